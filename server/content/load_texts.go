package content

import (
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// SourceLocale is the language the guidance is written in; every device holds it.
const SourceLocale = "ja"

// loadTexts reads every <area>.<locale>.toml. The locale is the exact tag in the file name: the library would quietly
// fall back to another language for tags it does not know.
func (l *loader) loadTexts(c *Content) {
	c.Texts, c.hashes = map[string]map[string]string{}, map[string]map[string]string{}
	names, err := fs.Glob(l.fsys, "*.toml")
	if err != nil {
		l.fail(Pos{File: "."}, "file", err.Error())
	}
	for _, name := range names {
		_, locale, ok := strings.Cut(strings.TrimSuffix(name, ".toml"), ".")
		if !ok {
			l.fail(Pos{File: name}, "locale", "the name has no locale: want <area>.<locale>.toml, such as steps.ja.toml")
			continue
		}
		l.loadText(c, name, locale)
	}
}

func (l *loader) loadText(c *Content, name, locale string) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.fail(Pos{File: name}, "file", err.Error())
		return
	}
	file, err := i18n.ParseMessageFileBytes(data, path.Base(name), map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		p := Pos{File: name}
		if pe, ok := err.(toml.ParseError); ok {
			p.Line = pe.Position.Line
		}
		l.fail(p, "toml", err.Error())
		return
	}
	texts, hashes := c.Texts[locale], c.hashes[locale]
	if texts == nil {
		texts, hashes = map[string]string{}, map[string]string{}
		c.Texts[locale], c.hashes[locale] = texts, hashes
	}
	lines := linesOf(string(data))
	for _, m := range file.Messages {
		key := "text " + locale + " " + m.ID
		l.define(key, Pos{File: name, Line: lines[m.ID]})
		texts[m.ID], hashes[m.ID] = strings.TrimSpace(m.Other), m.Hash
	}
}

// linesOf finds where the messages of a file stand, for the editor to jump to: each at its last key below the table that
// holds it, or at the table of its own that a translation has. The parser keeps no places; a message that the file writes
// some other way has none.
func linesOf(data string) map[string]int {
	lines, table, number := map[string]int{}, "", 0
	note := func(id string) {
		if lines[id] == 0 {
			lines[id] = number
		}
	}
	for line := range strings.Lines(data) {
		number++
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(line, "[] ")
			note(table)
		} else if key, _, ok := strings.Cut(line, "="); ok {
			note(table + "." + strings.TrimSpace(key))
		}
	}
	return lines
}
