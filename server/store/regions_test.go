package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"michishirube/server/editorial"
	"michishirube/server/release"
	"michishirube/server/store/storetest"
)

func TestTheRecordOfARegionOnlyGrows(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	r := editorial.Region{Code: "28381", Name: "稲美町"}
	if err := s.PutRegion(ctx, r, editorial.Line{By: "admin", What: "region", Region: r.Code}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.InForceEdition(ctx, r.Code); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("before the first publication: %v", err)
	}
	text := func(s string) editorial.Edition {
		return editorial.Edition{Values: map[string]editorial.Value{"flag_form": {Text: s}}}
	}
	publish := func(parent uint64, p editorial.Publication) (editorial.Publication, error) {
		return s.PublishEdition(ctx, r.Code, parent, p, editorial.Line{By: p.ApprovedBy, What: "publish", Region: r.Code, From: parent})
	}
	first, err := publish(0, editorial.Publication{Edition: text("一"), By: "a", ApprovedBy: "b"})
	if err != nil || first.Number != 1 {
		t.Fatalf("first: %+v, %v", first, err)
	}
	if _, err := publish(0, editorial.Publication{Edition: text("二")}); !errors.Is(err, release.ErrConflict) {
		t.Errorf("a publication on another base: %v", err)
	}
	if _, err := publish(1, editorial.Publication{Edition: text("二"), By: "a", ApprovedBy: "b"}); err != nil {
		t.Fatal(err)
	}
	if _, err := publish(2, editorial.Publication{Edition: text("一"), By: "a", ApprovedBy: "b", Rollback: 1}); err != nil {
		t.Fatal(err)
	}
	now, err := s.InForceEdition(ctx, r.Code)
	if err != nil || now.Number != 3 || now.Rollback != 1 || now.Edition.Values["flag_form"].Text != "一" {
		t.Errorf("in force: %+v, %v", now, err)
	}
	// A region whose code begins like this one's has a record of its own.
	if _, err := s.PublishEdition(ctx, "283811", 0, editorial.Publication{Edition: text("別")}, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	all, err := s.Editions(ctx, r.Code)
	var numbers []uint64
	for _, p := range all {
		numbers = append(numbers, p.Number)
	}
	if err != nil || !slices.Equal(numbers, []uint64{1, 2, 3}) {
		t.Errorf("record = %v, %v", numbers, err)
	}
	lines, err := s.AuditLines(ctx)
	if err != nil || len(lines) != 5 || lines[1].To != 1 || lines[4].Number != 5 {
		t.Errorf("audit = %+v, %v", lines, err)
	}
}

func TestTwoEditorsAtOnce(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	if _, err := s.Draft(ctx, "28381"); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("no draft: %v", err)
	}
	save := func(known uint64, by string) (editorial.Draft, error) {
		return s.PutDraft(ctx, "28381", known, editorial.Draft{By: by}, editorial.Line{By: by, What: "draft"})
	}
	first, err := save(0, "a")
	if err != nil || first.Version != 1 {
		t.Fatalf("first: %+v, %v", first, err)
	}
	if _, err := save(0, "b"); !errors.Is(err, release.ErrConflict) {
		t.Errorf("the second editor was not told: %v", err)
	}
	if now, err := s.Draft(ctx, "28381"); err != nil || now.By != "a" {
		t.Errorf("kept: %+v, %v", now, err)
	}
	lines, err := s.AuditLines(ctx)
	if err != nil || len(lines) != 1 {
		t.Errorf("a refused saving is in the audit: %+v, %v", lines, err)
	}
}

func TestAPublicationTakesItsDraftAway(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	if _, err := s.PutDraft(ctx, "28381", 0, editorial.Draft{}, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PublishEdition(ctx, "28381", 0, editorial.Publication{}, editorial.Line{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Draft(ctx, "28381"); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("the draft is still there: %v", err)
	}
}

func TestOfficialLeafletsAreKeptByTheirHash(t *testing.T) {
	s, ctx := storetest.Open(t), context.Background()
	hash := storetest.KeepPDF(t, s, "28381", []byte("%PDF-1.7 一"))
	if !release.IsHash(hash) {
		t.Fatalf("%q", hash)
	}
	if pdf, err := s.File(ctx, hash); err != nil || string(pdf) != "%PDF-1.7 一" {
		t.Errorf("%q, %v", pdf, err)
	}
	if _, err := s.File(ctx, fmt.Sprintf("%064d", 0)); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("a file that is not kept: %v", err)
	}
}

func TestACodeThatFitsNoLinkIsNotKept(t *testing.T) {
	s := storetest.Open(t)
	if err := s.PutRegion(context.Background(), editorial.Region{Code: "稲美町"}, editorial.Line{}); !errors.Is(err, release.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}
