package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// heard keeps what a screen reader is told at each stage, in the order it is read: roles, names and states from the
// browser's own accessibility tree. Running text stands as its place only, so that a new wording of it changes nothing here.
type heard struct {
	*tab
	session playwright.CDPSession
	stages  []string
}

func listen(p *tab) *heard {
	p.t.Helper()
	session, err := p.Context().NewCDPSession(p.Page)
	must(p.t, err)
	return &heard{tab: p, session: session}
}

type axValue struct {
	Value any `json:"value"`
}

type axNode struct {
	NodeID     string
	Ignored    bool
	Role, Name axValue
	Properties []struct {
		Name  string
		Value axValue
	}
	ChildIDs []string
}

// silentRoles are parts of the tree that no voice names.
var silentRoles = []string{"RootWebArea", "none", "generic", "LabelText", "Legend", "MenuListPopup", "Section", "Ruby", "rowgroup", "ListMarker", "paragraph"}

// toldStates are the states a voice tells, where they hold or can change.
var toldStates = []string{"checked", "expanded", "pressed", "focused", "level", "live", "invalid", "disabled", "required", "hasPopup", "modal"}

// controls are the roles that must have a name.
var controls = []string{"button", "link", "checkbox", "radio", "textbox", "searchbox", "combobox", "option", "DisclosureTriangle", "dialog", "alertdialog", "Date", "image", "table", "region"}

// tree is the accessibility tree as it is now, and its root.
func (h *heard) tree() (map[string]axNode, axNode) {
	h.t.Helper()
	answer, err := h.session.Send("Accessibility.getFullAXTree", nil)
	must(h.t, err)
	data, err := json.Marshal(answer)
	must(h.t, err)
	var full struct{ Nodes []axNode }
	must(h.t, json.Unmarshal(data, &full))
	nodes := map[string]axNode{}
	for _, n := range full.Nodes {
		nodes[n.NodeID] = n
	}
	return nodes, full.Nodes[0]
}

// lines reads the tree aloud.
func (h *heard) lines() []string {
	h.t.Helper()
	must(h.t, h.painted())
	nodes, root := h.tree()
	var lines []string
	var read func(n axNode, depth int, named string, label bool)
	read = func(n axNode, depth int, named string, label bool) {
		role, name := fmt.Sprint(n.Role.Value), ""
		if n.Name.Value != nil {
			name = strings.Join(strings.Fields(fmt.Sprint(n.Name.Value)), " ")
		}
		indent := strings.Repeat("  ", depth)
		switch {
		case role == "InlineTextBox":
			return
		case role == "StaticText":
			// What a name says already is not read again; the words of a label are the name of its control.
			if line := indent + "text"; name != "" && !label && !strings.Contains(named, name) && (len(lines) == 0 || lines[len(lines)-1] != line) {
				lines = append(lines, line)
			}
			return
		case n.Ignored || slices.Contains(silentRoles, role):
		default:
			if name == "" && slices.Contains(controls, role) {
				h.t.Errorf("a %s has no name, in\n%s", role, strings.Join(lines, "\n"))
			}
			line := indent + role
			if name != "" {
				line += fmt.Sprintf(" %q", name)
			}
			lines, depth, named = append(lines, line+states(n)), depth+1, name
		}
		for _, id := range n.ChildIDs {
			read(nodes[id], depth, named, label || role == "LabelText")
		}
	}
	read(root, 0, "", false)
	return lines
}

func states(n axNode) string {
	told := ""
	for _, p := range n.Properties {
		value := fmt.Sprint(p.Value.Value)
		// Of these, that it is not so is told as well.
		both := p.Name == "expanded" || p.Name == "pressed" || p.Name == "checked"
		if p.Name == "level" && n.Role.Value != "heading" {
			continue
		}
		if slices.Contains(toldStates, p.Name) && (both || value != "false") {
			told += " " + p.Name + "=" + value
		}
	}
	return told
}

// hears notes a stage, and what no stage may have: headings that skip a level or stand twice at the top, a focus that is
// somewhere else than at the heading when a screen is new.
func (h *heard) hears(stage string) {
	h.t.Helper()
	lines := h.lines()
	h.stages = append(h.stages, "# "+stage+"\n"+strings.Join(lines, "\n")+"\n")
	level, first := 0, 0
	for _, line := range lines {
		var now int
		at := strings.Index(line, " level=")
		if !strings.HasPrefix(strings.TrimSpace(line), "heading") || at < 0 {
			continue
		}
		_, err := fmt.Sscanf(line[at:], " level=%d", &now)
		must(h.t, err)
		if now > level+1 {
			h.t.Errorf("%s: a heading of level %d follows one of %d: %s", stage, now, level, line)
		}
		if now == 1 {
			first++
		}
		level = now
	}
	if first != 1 {
		h.t.Errorf("%s: %d headings of the first level", stage, first)
	}
}

// arrives hears a screen that has just opened: the heading has the focus, so its words are the first to be read.
func (h *heard) arrives(heading, stage string) {
	h.t.Helper()
	h.newHeading(heading)
	h.hears(stage)
	if last := h.stages[len(h.stages)-1]; !strings.Contains(last, fmt.Sprintf("heading %q focused=true level=1", heading)) {
		h.t.Errorf("%s: the heading %s is not where reading begins:\n%s", stage, heading, last)
	}
}

// compare holds the stages against the transcript in testdata; -update writes it anew.
func (h *heard) compare(name string) {
	h.t.Helper()
	path, got := filepath.Join("testdata", name+".heard"), strings.Join(h.stages, "\n")
	if *update {
		must(h.t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	must(h.t, err)
	before, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(before), len(now)) {
		if i >= len(before) || i >= len(now) || before[i] != now[i] {
			from := max(0, i-8)
			h.t.Fatalf("%s, line %d, differs. It was\n%s\nand is\n%s\nIf that is meant: go test ./e2e -run %s -update", path, i+1,
				strings.Join(before[from:min(len(before), i+4)], "\n"), strings.Join(now[from:min(len(now), i+4)], "\n"), h.t.Name())
		}
	}
}

// silentReadings wants readings over words to change nothing of what is heard: each word is read once.
func (h *heard) silentReadings(stage string) {
	h.t.Helper()
	// The button itself says that they are on.
	plain := func() string {
		return strings.ReplaceAll(strings.Join(h.lines(), "\n"), `"ふりがな" pressed=true`, `"ふりがな" pressed=false`)
	}
	without := plain()
	h.evaluate(toggleReadings)
	must(h.t, h.Locator("main rt").First().WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateAttached}))
	if with := plain(); with != without {
		h.t.Errorf("%s: readings are heard\nwithout\n%s\nwith\n%s", stage, without, with)
	}
	h.evaluate(toggleReadings)
	must(h.t, h.Locator("main rt").First().WaitFor(playwright.LocatorWaitForOptions{State: playwright.WaitForSelectorStateDetached}))
}

// toggleReadings presses the button without taking the focus away from where it is.
const toggleReadings = `document.querySelector('.header__furigana').click()`

// A consultation in two languages, as a screen reader is told it.
func TestWhatAScreenReaderHearsInTwoLanguages(t *testing.T) {
	p := openWith(t, shared, playwright.BrowserNewContextOptions{ReducedMotion: playwright.ReducedMotionReduce}, nil)
	p.ready()
	h := listen(p)
	p.speak("vi")
	first := p.GetByRole("checkbox").Nth(3)
	must(t, first.Check(playwright.LocatorCheckOptions{Force: playwright.Bool(true)}))
	must(t, first.Press("Enter"))
	must(t, p.GetByRole("radio").First().WaitFor())
	must(t, p.Locator(".both__hers").First().WaitFor())
	h.hears("first question")
	p.press("ご本人に見せる")
	must(t, p.named("向きを変える").WaitFor())
	h.hears("face to face")
	h.compare("two_languages")
}
