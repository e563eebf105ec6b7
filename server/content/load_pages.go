package content

const (
	explainFile    = "content/explain.yaml"
	timelineFile   = "content/timeline.yaml"
	checklistsFile = "content/checklists.yaml"
	forbiddenFile  = "content/forbidden.yaml"
	readingsFile   = "content/readings.yaml"
)

func (l *loader) loadPages(c *Content) {
	var pages authoredPages
	l.decode(explainFile, "page", &pages)
	for _, p := range pages.Pages {
		page := Page{ID: p.ID, Sections: []Section{}}
		for _, r := range p.Rows {
			page.Rows = append(page.Rows, Row{ID: r.ID, SelfInfo: r.SelfInfo, NonDisclosure: r.NonDisclosure, Cites: parseCites(r.Cites)})
		}
		for _, s := range p.Sections {
			at := c.at("page "+p.ID+" "+s.ID, explainFile)
			page.Sections = append(page.Sections, Section{
				ID: s.ID, Cites: parseCites(s.Cites),
				From: l.optionalDate(at, "from", s.From), Until: l.optionalDate(at, "until", s.Until),
			})
		}
		c.Guide.Explain = append(c.Guide.Explain, page)
	}
	l.loadTimeline(c)

	var lists authoredChecklists
	l.decode(checklistsFile, "checklist", &lists)
	for _, cl := range lists.Checklists {
		list := Checklist{ID: cl.ID, Items: []ChecklistItem{}}
		for _, i := range cl.Items {
			list.Items = append(list.Items, ChecklistItem{ID: i.ID, Cites: parseCites(i.Cites)})
		}
		c.Guide.Checklists = append(c.Guide.Checklists, list)
	}
	var forbidden authoredForbidden
	l.decode(forbiddenFile, "forbidden", &forbidden)
	c.Forbidden = forbidden.Words

	var readings struct {
		Readings map[string]string `yaml:"readings"`
	}
	l.decode(readingsFile, "reading", &readings)
	c.Readings, c.lexicon = readings.Readings, lexiconOf(readings.Readings)
}

func (l *loader) loadTimeline(c *Content) {
	var timeline authoredTimeline
	l.decode(timelineFile, "timeline", &timeline)
	for _, r := range timeline.Rows {
		row := TimelineRow{ID: r.ID, Periods: []TimelinePeriod{}}
		at := c.at("timeline "+r.ID, timelineFile)
		for _, p := range r.Periods {
			row.Periods = append(row.Periods, TimelinePeriod{
				From: l.date(at, "from", p.From), Until: l.optionalDate(at, "until", p.Until),
				Mark: p.Mark, Variant: p.Variant, Cites: parseCites(p.Cites),
			})
		}
		c.Guide.Timeline = append(c.Guide.Timeline, row)
	}
}
