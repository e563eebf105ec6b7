package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"michishirube/server/editorial"
	"michishirube/server/release"
)

// changeUntilKilled says of each change when it begins and when it was acknowledged. The audit names each by what it is, so
// what a store holds can be told from its audit.
func changeUntilKilled(path, kind string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		id := fmt.Sprintf("%s-%d-%d", kind, os.Getpid(), n)
		fmt.Println("begin", id)
		if err := change(s, kind, id); err != nil {
			return err
		}
		fmt.Println("done", id)
	}
}

func change(s *Store, kind, id string) error {
	ctx, line := context.Background(), editorial.Line{Region: region, What: kind, Detail: id}
	draft, err := s.Draft(ctx, region)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return err
	}
	switch kind {
	case "national":
		r, err := nationalOf(id)
		if err != nil {
			return err
		}
		parent, err := s.InForce(ctx)
		if err != nil && !errors.Is(err, release.ErrNotFound) {
			return err
		}
		return s.Publish(ctx, r, release.Publication{Release: r.ID, Parent: parent.Release, Kind: release.KindPublish})
	case "edit":
		_, err = s.PutDraft(ctx, region, draft.Version, edited(draft, id), line)
	case "upload":
		_, err = s.PutDraft(ctx, region, draft.Version, uploaded(draft, id), line, pdfOf(id))
	case "publish":
		now, e := s.InForceEdition(ctx, region)
		if e != nil && !errors.Is(e, release.ErrNotFound) {
			return e
		}
		_, err = s.PublishEdition(ctx, region, now.Number, editorial.Publication{Edition: edited(draft, id).Edition, By: id}, line)
	case "import":
		err = s.PutMaster(ctx, masterOf(id), line)
	}
	return err
}

func nationalOf(id string) (release.Release, error) {
	return release.Build(release.Input{ReviewedOn: "2026-11-22", ReviewBy: "2027-03-31", Blobs: map[string][]byte{
		"guide":   fmt.Appendf(nil, `{"id":%q}`, id),
		"text.ja": fmt.Appendf(nil, `{"text":%q}`, strings.Repeat(id+"あ", 2_000)),
	}})
}

func edited(d editorial.Draft, id string) editorial.Draft {
	d.Edition.Values = map[string]editorial.Value{"flag_form": {Text: strings.Repeat(id+"い", 200)}}
	d.By = id
	return d
}

func pdfOf(id string) []byte { return []byte("%PDF-1.7 " + strings.Repeat(id+"う", 20_000)) }

func uploaded(d editorial.Draft, id string) editorial.Draft {
	files := slices.Clone(d.Edition.Files)
	if len(files) > 3 {
		files = files[1:]
	}
	d.Edition.Files, d.By = append(files, editorial.File{Hash: editorial.FileHash(pdfOf(id)), Title: id}), id
	return d
}

func masterOf(id string) Master {
	return Master{By: id, File: id + ".csv", List: fmt.Appendf(nil, `{"entries":[%q]}`, strings.Repeat(id+"え", 5_000))}
}
