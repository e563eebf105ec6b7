// Package content holds what the guidance says and under which answers it says it: the model, its parser, the
// three-valued evaluator, the checks, and the compiler that turns all of it into the bundle a device loads.
//
// It is pure: file systems, answers and a day go in, values come out. It opens no socket, reads no clock and imports
// nothing else of this project.
package content

//go:generate go run ../tools/bundletypes -out ../../frontend/src/engine/bundle.gen.ts
