// Command directoryjson writes the compiled directory, byte for byte the blob a device gets, so that the look-up and its
// tests outside the browser read the very same data.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"michishirube/server/directory"
)

func main() {
	root := flag.String("root", ".", "the project's root, with assets")
	out := flag.String("out", ".build/directory.json", "file to write")
	flag.Parse()
	if err := write(*root, *out); err != nil {
		fmt.Fprintln(os.Stderr, "directoryjson:", err)
		os.Exit(1)
	}
}

func write(root, out string) error {
	// Days against the day of review are for `check`, which knows it.
	d, issues := directory.Load(os.DirFS(filepath.Join(root, "assets")), "")
	if len(issues) > 0 {
		return fmt.Errorf("%d faults in the directory, the first: %s", len(issues), issues[0])
	}
	blob, err := d.JSON()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return os.WriteFile(out, blob, 0o644)
}
