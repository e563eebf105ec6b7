// Command licences lists what the program that is handed out is made of, each with its version, its licence and the text
// that must go with it: Go modules in the binary, npm packages in the app, fonts and data.
//
//	go run ./server/tools/licences          writes assets/licences.txt; a test holds that it is current
//
// Needs what `npm start` installs. The same sources give the same bytes. A licence it does not know stops it: a person then
// reads that licence, and names it here or takes the package out.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// out is where the list stands, below the root of the project.
const out = "assets/licences.txt"

func main() {
	text, err := list(".")
	if err == nil {
		err = os.WriteFile(filepath.FromSlash(out), []byte(text), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}
