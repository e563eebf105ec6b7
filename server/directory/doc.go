// Package directory holds whom a counselor may call or write to with or for her: the national lines, insurers, pension
// offices, centres against violence and municipalities, as data, each with its source and the day on which it was
// compared with it; and the standard of the insurer number.
//
// A wrong number can put someone in danger. So nothing is guessed or repaired here: an entry without a source and a
// day, or with a number of no known shape, is an Issue, and a directory with issues must not be used. What is unknown
// stays blank.
package directory

//go:generate go run ../tools/bundletypes -root directory -out ../../frontend/src/directory/directory.gen.ts
