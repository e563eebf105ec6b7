package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// Shared by every test of the package: one browser, one binary, and one server for those that only look.
var (
	browser playwright.Browser
	binary  string
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "e2e-")
	if err != nil {
		return fail(err)
	}
	defer os.RemoveAll(dir)
	binary = filepath.Join(dir, "michishirube")
	if out, err := exec.Command("go", "build", "-o", binary, "../server").CombinedOutput(); err != nil {
		return fail(fmt.Errorf("go build: %w\n%s", err, out))
	}
	if err := share(filepath.Join(dir, "data")); err != nil {
		return fail(err)
	}
	defer shared.stop()
	options, err := driver()
	if err != nil {
		return fail(fmt.Errorf("playwright driver (npm ci first?): %w", err))
	}
	pw, err := playwright.Run(options)
	if err != nil {
		return fail(err)
	}
	defer func() { _ = pw.Stop() }()
	browser, err = pw.Chromium.Launch(launchOptions())
	if err != nil {
		return fail(err)
	}
	defer func() { _ = browser.Close() }()
	launcher = pw.Chromium
	return m.Run()
}

// launcher starts browsers of their own, for tests that close and reopen one.
var launcher playwright.BrowserType

func fail(err error) int {
	fmt.Fprintln(os.Stderr, err)
	return 1
}

func launchOptions() playwright.BrowserTypeLaunchOptions {
	return playwright.BrowserTypeLaunchOptions{
		ExecutablePath: playwright.String(chromium()),
		Headless:       playwright.Bool(true),
		Args:           chromiumArgs,
	}
}

// Without a GPU or the vendor's services, which a test machine has neither of.
var chromiumArgs = []string{"--disable-gpu", "--disable-quic", "--disable-sync"}

func chromium() string {
	if path := os.Getenv("CHROMIUM_PATH"); path != "" {
		return path
	}
	return "/usr/bin/chromium"
}

// driver lays out what playwright-go calls its driver: <dir>/package is npm's playwright-core of the same version.
// Install then finds it up to date and downloads nothing; it patches the package, so it gets a copy of its own.
func driver() (*playwright.RunOptions, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, err
	}
	if err := os.Setenv("PLAYWRIGHT_NODEJS_PATH", node); err != nil {
		return nil, err
	}
	options := &playwright.RunOptions{SkipInstallBrowsers: true}
	d, err := playwright.NewDriver(options)
	if err != nil {
		return nil, err
	}
	modules, err := filepath.Abs(filepath.Join("..", "node_modules"))
	if err != nil {
		return nil, err
	}
	options.DriverDirectory = filepath.Join(modules, ".cache", "playwright-go", d.Version)
	if _, err := os.Stat(filepath.Join(options.DriverDirectory, "package", "cli.js")); err != nil {
		if err := copyDriver(modules, options.DriverDirectory); err != nil {
			return nil, err
		}
	}
	return options, playwright.Install(options)
}

func copyDriver(modules, to string) error {
	tmp, err := os.MkdirTemp(modules, ".playwright-driver-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	if err := os.CopyFS(filepath.Join(tmp, "package"), os.DirFS(filepath.Join(modules, "playwright-core"))); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return os.Rename(tmp, to)
}
