package editor

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/release"
)

// besideBlock is national text beside a field: of a desk or of a step.
type besideBlock struct {
	Title string
	Lines []string
}

// beside gives the national text where a field is shown, as it is today.
func (p *regionPages) beside(f content.LocalField) []besideBlock {
	var blocks []besideBlock
	if f.Desk != "" {
		blocks = append(blocks, besideBlock{p.japanese("desk." + f.Desk + ".name"), []string{p.japanese("desk." + f.Desk + ".note")}})
	}
	for _, s := range p.Content.Guide.Steps {
		if !slices.Contains(f.Steps, s.ID) {
			continue
		}
		period, ok := periodOn(s, p.today())
		if !ok {
			continue
		}
		block := besideBlock{Title: p.stepText(content.SourceLocale, s, period, "title").Text}
		for _, field := range []string{"do", "watch"} {
			if t := p.stepText(content.SourceLocale, s, period, field); t.Text != "" {
				block.Lines = append(block.Lines, t.Text)
			}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

func (p *regionPages) japanese(id string) string { return p.Content.Plain(content.SourceLocale, id) }

// leafletTitles names the papers a field is printed on.
func (p *regionPages) leafletTitles(f content.LocalField) []string {
	var titles []string
	for _, l := range p.leaflets {
		if prints(f, l) {
			titles = append(titles, p.japanese("leaflet."+l.ID+".title"))
		}
	}
	return titles
}

// prints tells whether a leaflet carries a field.
func prints(f content.LocalField, l content.Leaflet) bool {
	return !l.Neutral && (slices.Contains(f.Leaflets, "all") || slices.Contains(f.Leaflets, l.ID))
}

// reviewData is how the national words beside a field have changed.
type reviewData struct {
	Changed []reviewRow // empty if the words it was written beside are not kept
	Now     []editorial.Word
}

type reviewRow struct{ Before, After string }

// review finds the national words beside which a value was written, and what has become of them.
func (p *regionPages) review(ctx context.Context, code string, f content.LocalField, v editorial.Value) (*reviewData, error) {
	d := &reviewData{}
	if field, ok := editorial.Field(p.Content, f.ID); ok {
		d.Now = editorial.Beside(p.Content, field)
	}
	before, err := p.old.beside(ctx, p.Store, code, f.ID, v.Base)
	if err != nil || before == nil {
		return d, err
	}
	now := map[string]string{}
	for _, w := range d.Now {
		now[w.ID] = w.Text
	}
	had := map[string]bool{}
	for _, w := range before {
		had[w.ID] = true
		if now[w.ID] != w.Text {
			d.Changed = append(d.Changed, reviewRow{w.Text, now[w.ID]})
		}
	}
	for _, w := range d.Now {
		if !had[w.ID] {
			d.Changed = append(d.Changed, reviewRow{"", w.Text})
		}
	}
	return d, nil
}

// oldWords remembers the words of national releases that were looked into.
type oldWords struct {
	mu   sync.Mutex
	read map[string]*content.Content
}

// beside finds the words whose base is known in the releases beside which the region published; nil if there are none.
func (o *oldWords) beside(ctx context.Context, store Editions, code, field, base string) ([]editorial.Word, error) {
	record, err := store.Editions(ctx, code)
	if err != nil {
		return nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, pub := range slices.Backward(record) {
		c, err := o.of(ctx, store, pub.National)
		if err != nil {
			return nil, err
		}
		if f, ok := editorial.Field(c, field); ok && editorial.Base(c, f) == base {
			return editorial.Beside(c, f), nil
		}
	}
	return nil, nil
}

// of reads the Japanese words of a release; none of one that is not kept.
func (o *oldWords) of(ctx context.Context, store Editions, id string) (*content.Content, error) {
	if c, ok := o.read[id]; ok {
		return c, nil
	}
	c := &content.Content{Texts: map[string]map[string]string{content.SourceLocale: {}}}
	r, err := store.Release(ctx, id)
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return nil, err
	}
	for _, name := range []string{"text.ja", "counselor.ja"} {
		var words content.TextBundle
		if blob, ok := r.Named(name); ok {
			if err := json.Unmarshal(blob.JSON, &words); err != nil {
				return nil, err
			}
		}
		for id, text := range words.Messages {
			c.Texts[content.SourceLocale][id] = text
		}
	}
	if blob, ok := r.Named("guide"); ok {
		// Only what names the words: predicates of an older program need not be readable by this one.
		var guide struct {
			Local []content.LocalField
			Steps []struct {
				ID      string
				Periods []struct{ Variant string }
			}
		}
		if err := json.Unmarshal(blob.JSON, &guide); err != nil {
			return nil, err
		}
		c.Guide.Local = guide.Local
		for _, s := range guide.Steps {
			step := content.Step{ID: s.ID}
			for _, period := range s.Periods {
				step.Periods = append(step.Periods, content.Period{Variant: period.Variant})
			}
			c.Guide.Steps = append(c.Guide.Steps, step)
		}
	}
	if o.read == nil {
		o.read = map[string]*content.Content{}
	}
	o.read[id] = c
	return c, nil
}
