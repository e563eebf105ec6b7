// Command translations keeps the message files of other languages than Japanese: it says what is to be translated, and
// marks what was translated with the hash of its Japanese.
//
//	go run ./server/tools/translations todo vi    prints what is missing or stale in Vietnamese, to be filled in
//	go run ./server/tools/translations stamp vi   writes the hash beside every message of Vietnamese that has none
//
// A translator who renews a stale message takes its hash line away; stamp writes the new one.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"michishirube/server/content"
)

func main() {
	if err := run(os.Args[1:], ".", os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "translations:", err)
		os.Exit(2)
	}
}

// run works on the project in the folder root.
func run(args []string, root string, out io.Writer) error {
	if len(args) != 2 || args[0] != "todo" && args[0] != "stamp" {
		return fmt.Errorf("want: translations todo|stamp <language>")
	}
	locale := args[1]
	c, issues := content.Load(os.DirFS(filepath.Join(root, "assets")), os.DirFS(filepath.Join(root, "locales")))
	if len(issues) > 0 {
		return fmt.Errorf("the content cannot be read: %v", issues[0])
	}
	known := slices.ContainsFunc(c.Guide.Languages, func(l content.Language) bool { return l.Tag == locale })
	if !known || locale == content.SourceLocale {
		return fmt.Errorf("%q is no language to translate into: see assets/content/languages.yaml", locale)
	}
	if args[0] == "todo" {
		return todo(c, locale, out)
	}
	return stamp(c, filepath.Join(root, "locales"), locale)
}

// todo prints, as a message file, every message the language lacks or has of an older Japanese.
func todo(c *content.Content, locale string, out io.Writer) error {
	for _, id := range c.Untold(locale) {
		fmt.Fprintf(out, "# %s\n", strings.ReplaceAll(c.Texts[content.SourceLocale][id], "\n", "\n# "))
		if old := c.Texts[locale][id]; old != "" {
			fmt.Fprintf(out, "# until now:\n# %s\n", strings.ReplaceAll(old, "\n", "\n# "))
		}
		fmt.Fprintf(out, "[%s]\nother = \"\"\n\n", id)
	}
	return nil
}

// stamp rewrites every file of the language in one form: a table a message, with its hash and its words.
func stamp(c *content.Content, folder, locale string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*."+locale+".toml"))
	if err != nil {
		return err
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		parsed, err := i18n.ParseMessageFileBytes(data, filepath.Base(file), map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		text, err := stamped(c, parsed.Messages)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if bytes.Equal(text, data) {
			continue
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// stamped writes the messages in the order of their IDs, so that a file differs only where its words do.
func stamped(c *content.Content, messages []*i18n.Message) ([]byte, error) {
	slices.SortFunc(messages, func(a, b *i18n.Message) int { return strings.Compare(a.ID, b.ID) })
	var out bytes.Buffer
	for i, m := range messages {
		source, ok := c.Texts[content.SourceLocale][m.ID]
		if !ok {
			return nil, fmt.Errorf("%s is not in %s", m.ID, content.SourceLocale)
		}
		hash := m.Hash
		if hash == "" {
			hash = content.SourceHash(source)
		}
		if i > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(&out, "[%s]\nhash = %q\nother = %s\n", m.ID, hash, quoted(strings.TrimSpace(m.Other)))
	}
	return out.Bytes(), nil
}

// quoted writes a TOML string: several lines when there are several, so that people can read them.
func quoted(text string) string {
	escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text)
	if strings.Contains(text, "\n") {
		return "\"\"\"\n" + escaped + "\"\"\""
	}
	return `"` + escaped + `"`
}
