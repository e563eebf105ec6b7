// Package messages gives the words of the program for whoever works at its terminal or in its editor. They stand in files, like those of
// the devices, so that people who write no Go can mend them.
package messages

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Messages are the words of one file, or of a few that belong together.
type Messages struct {
	localizer *i18n.Localizer
	ids       []string
}

// Load reads files named <area>.<language>.toml, all of one language. A name may be a pattern, as of fs.Glob.
func Load(fsys fs.FS, patterns ...string) (*Messages, error) {
	bundle := i18n.NewBundle(language.Japanese)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	m := &Messages{}
	tag := language.Japanese
	for _, pattern := range patterns {
		names, err := fs.Glob(fsys, pattern)
		if err == nil && len(names) == 0 {
			err = fmt.Errorf("%s: %w", pattern, fs.ErrNotExist)
		}
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				return nil, err
			}
			file, err := bundle.ParseMessageFileBytes(data, path.Base(name))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			tag = file.Tag
			for _, message := range file.Messages {
				m.ids = append(m.ids, message.ID)
			}
		}
	}
	m.localizer = i18n.NewLocalizer(bundle, tag.String())
	return m, nil
}

// Has tells whether there are words for an ID.
func (m *Messages) Has(id string) bool { return slices.Contains(m.ids, id) }

// IDs lists what there are words for.
func (m *Messages) IDs() []string { return slices.Sorted(slices.Values(m.ids)) }

// Say gives the words for an ID, filled in. If there are none it gives the ID and what was to be filled in: a warning
// without its words is still a warning.
func (m *Messages) Say(id string, args map[string]string) string {
	text, err := m.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: args})
	if err == nil {
		return strings.TrimSpace(text)
	}
	for _, key := range slices.Sorted(maps.Keys(args)) {
		id += " " + key + "=" + args[key]
	}
	return id
}
