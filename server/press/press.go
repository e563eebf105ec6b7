// Package press prints leaflets with the app itself, through an installed Chromium, and packs them: what an office hands
// out is what its tablets print. Everything it needs to know it reads from a server, as a device of that server does.
package press

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"michishirube/server/content"
)

// ErrNothing says that no leaflet is as it was ordered.
var ErrNothing = errors.New("no leaflet is printed so")

// Order says which papers are wanted.
type Order struct {
	Region   string // code of the region whose words are printed too; empty: national
	Leaflet  string // only this one; empty: all
	Language string // only this one; empty: all
	Origin   string // where phones reach the server; empty: no QR code
}

// File is the name of the ZIP.
func (o Order) File() string {
	name := "leaflets"
	for _, part := range []string{o.Region, o.Leaflet, o.Language} {
		if part != "" {
			name += "-" + part
		}
	}
	return name + ".zip"
}

// Press prints.
type Press struct {
	Chromium string // the program
	Paper    content.Paper
	Say      func(id string, args map[string]string) string // the words of the index: locales/command
	Now      func() time.Time
}

// Sheet is one paper to print. As JSON it is what the app is asked for.
type Sheet struct {
	ID        string   `json:"id"`
	Format    string   `json:"format"`
	Languages []string `json:"languages"`
	Origin    string   `json:"origin"`
	Region    bool     `json:"region,omitempty"`

	leaflet content.Leaflet
}

// File is its name in the pack.
func (s Sheet) File() string { return s.ID + "-" + s.Format + "-" + s.Languages[0] + ".pdf" }

// sheets lists what is ordered, in the order of the leaflets.
func sheets(leaflets []content.Leaflet, o Order) []Sheet {
	var all []Sheet
	for _, l := range leaflets {
		if o.Leaflet != "" && l.ID != o.Leaflet {
			continue
		}
		for _, format := range l.Formats {
			for _, tag := range l.Languages {
				if o.Language == "" || tag == o.Language {
					all = append(all, Sheet{l.ID, format, []string{tag}, o.Origin, o.Region != "", l})
				}
			}
		}
	}
	return all
}

// Pack prints what is ordered with the app of the server at address (such as http://localhost:8080) and writes it, with an
// index and the official leaflets of the region, as a ZIP. It tells how far it is, and gives how many papers it printed.
func (p Press) Pack(ctx context.Context, address string, o Order, out io.Writer, told func(done, of int)) (int, error) {
	s, err := readSource(ctx, address, o.Region)
	if err != nil {
		return 0, err
	}
	wanted := sheets(s.leaflets, o)
	if len(wanted) == 0 {
		return 0, fmt.Errorf("%w: expected one of %s, in one of %s", ErrNothing, strings.Join(s.ids(), ", "), strings.Join(s.tags(), ", "))
	}
	tab, closeTab, err := openApp(ctx, p.Chromium, s)
	if err != nil {
		return 0, err
	}
	defer closeTab()
	pack := packer{zip: zip.NewWriter(out), at: p.Now()}
	index := newIndex(p, s)
	for i, sheet := range wanted {
		told(i, len(wanted))
		pdf, err := printSheet(tab, sheet, o.Region)
		if err == nil {
			err = errors.Join(index.add(sheet, pdf), pack.add(sheet.File(), pdf))
		}
		if err != nil {
			return i, fmt.Errorf("%s: %w", sheet.File(), err)
		}
	}
	if err := pack.official(ctx, s); err != nil {
		return len(wanted), err
	}
	page, err := index.page()
	if err != nil {
		return len(wanted), err
	}
	told(len(wanted), len(wanted))
	// Whoever has the ZIP can tell whether it is of what is in force.
	return len(wanted), errors.Join(pack.add("index.html", page), pack.zip.SetComment(s.manifest.Release), pack.zip.Close())
}

// packer writes a ZIP.
type packer struct {
	zip *zip.Writer
	at  time.Time
}

func (p packer) add(name string, data []byte) error {
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.at})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// official adds the region's own leaflets as they are.
func (p packer) official(ctx context.Context, s *source) error {
	for i, f := range s.region.Files {
		pdf, err := s.get(ctx, "/files/"+f.Hash+".pdf", f.Hash)
		if err == nil {
			err = p.add(officialFile(i), pdf)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// officialFile names the official leaflets by their place in the region's list: a title may hold what no file name may.
func officialFile(i int) string { return fmt.Sprintf("official-%02d.pdf", i+1) }

func (s *source) ids() (ids []string) {
	for _, l := range s.leaflets {
		ids = append(ids, l.ID)
	}
	return ids
}

func (s *source) tags() (tags []string) {
	for _, l := range s.leaflets {
		for _, tag := range l.Languages {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}
