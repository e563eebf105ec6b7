// Package editorial is what a region may say for itself beside the national text: editions, drafts, what differs between
// two, whether one is fit to be published, and what a device gets of it. Law, dates and rules are not here: the content
// marks the fields a region may fill (content.LocalField), and nothing else can be said.
//
// It is pure: values in, values out.
package editorial

//go:generate go run ../tools/bundletypes -root region -out ../../frontend/src/release/region.gen.ts
