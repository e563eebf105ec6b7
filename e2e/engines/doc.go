// Package engines drives the built binary's app in engines other than Chromium, as far as Debian packages them: WebKitGTK
// and Firefox. Everything is in test files behind the build tag prove; `npm run prove -- engines` runs them.
package engines
