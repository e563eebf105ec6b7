// Package load measures the built binary under load, from outside: beside other servers, with many clients, many regions
// and much content, and for a long time. Its tests run by `npm run prove -- load`; everything is in test files.
//
// Machines are noisy. Ratios of one run and sizes are asserted; times are printed.
package load
