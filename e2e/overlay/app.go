package overlay

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	namedByContent = regexp.MustCompile(`^assets/(.+)\.(js|css)$`)
	workerVersion  = regexp.MustCompile(`version:.([0-9a-f]{12})`)
)

// app is the folder of the built app.
const app = "frontend/dist/app"

// MarkApp makes another build of the app, as a build of other sources would be: script and style with other names, and a
// worker that lists them. Its page carries the mark as <meta name="generation">, and each script adds it to
// globalThis.generations.
func (o *Overlay) MarkApp(mark int) error {
	files, renamed, err := o.builtApp(mark)
	if err != nil {
		return err
	}
	names := strings.NewReplacer(renamed...)
	var hashes []string
	for name, before := range files {
		if name == "sw.js" {
			continue
		}
		after := names.Replace(before)
		switch {
		case name == "index.html":
			after = strings.Replace(after, "<head>", fmt.Sprintf(`<head><meta name="generation" content="%d">`, mark), 1)
		case strings.HasSuffix(name, ".js"):
			after += fmt.Sprintf("\n(globalThis.generations ??= []).push(%d);\n", mark)
		}
		hashes = append(hashes, sum(before), sum(after))
		o.remove(filepath.Join(app, name))
		if err := o.lay(filepath.Join(app, names.Replace(name)), after); err != nil {
			return err
		}
	}
	worker := strings.NewReplacer(hashes...).Replace(names.Replace(files["sw.js"]))
	version := workerVersion.FindStringSubmatch(worker)
	if version == nil || len(hashes) == 0 {
		return errors.New("the app is not built: npm run build first")
	}
	return o.lay(filepath.Join(app, "sw.js"), strings.Replace(worker, version[1], sum(worker)[:12], 1))
}

// builtApp reads the texts of the app, and pairs the names of those that are named by their content with other names. It
// takes away what was compressed: that is of other bytes.
func (o *Overlay) builtApp(mark int) (files map[string]string, renamed []string, err error) {
	files = map[string]string{}
	built := os.DirFS(filepath.Join(o.root, app))
	err = fs.WalkDir(built, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(name) {
		case ".br", ".gz":
			o.remove(filepath.Join(app, name))
		case ".js", ".css", ".html":
			data, err := fs.ReadFile(built, name)
			if err != nil {
				return err
			}
			files[name] = string(data)
			if found := namedByContent.FindStringSubmatch(name); found != nil {
				renamed = append(renamed, found[1]+"."+found[2], fmt.Sprintf("%s-%d.%s", found[1], mark, found[2]))
			}
		}
		return nil
	})
	return files, renamed, err
}

func sum(text string) string {
	hash := sha256.Sum256([]byte(text))
	return hex.EncodeToString(hash[:])
}
