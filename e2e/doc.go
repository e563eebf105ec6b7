// Package e2e drives the built binary from outside with a real browser: what a counselor, a bystander and a printer
// would see. Everything is in test files, so that the server never carries a browser driver.
package e2e
