package editor

import (
	"html/template"
	"strings"

	"michishirube/server/content"
)

// words gives pages longer texts than a line: paragraphs, lists, commands to copy.
type words struct{ e *Editor }

// Say gives words on one line.
func (w words) Say(id string, pairs ...any) string { return w.e.say(id, pairs...) }

// Blocks gives words of several lines.
func (w words) Blocks(id string, pairs ...any) []block { return blocksOf(w.e.say(id, pairs...)) }

// National gives the blocks of a national Japanese text, so that what is passed on follows the content.
func (w words) National(id string) []block {
	return blocksOf(w.e.Content.Plain(content.SourceLocale, id))
}

// block is one part of a text. A line of the text is a paragraph, or by its beginning:
//
//	"- "   an item of a list
//	"1. "  an item of a numbered list
//	"| "   a row of a table, its cells divided by " | "
//	"> "   a line to type or to copy, as it stands
//
// `…` within a line is something to type, a file or an address.
type block struct {
	Kind  string // p, ul, ol, table or pre
	Start string // the number of the first item of a numbered list: one goes on behind what stands between its items
	Lines []template.HTML
	Rows  [][]template.HTML // of a table
}

func blocksOf(text string) []block {
	var blocks []block
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		kind, number, rest := kindOf(line)
		if n := len(blocks); n == 0 || blocks[n-1].Kind != kind || kind == "p" {
			blocks = append(blocks, block{Kind: kind, Start: number})
		}
		b := &blocks[len(blocks)-1]
		switch kind {
		case "table":
			var row []template.HTML
			for cell := range strings.SplitSeq(rest, " | ") {
				row = append(row, inline(cell))
			}
			b.Rows = append(b.Rows, row)
		case "pre":
			b.Lines = append(b.Lines, template.HTML(template.HTMLEscapeString(rest)))
		default:
			b.Lines = append(b.Lines, inline(rest))
		}
	}
	return blocks
}

// kindOf tells what a line is by how it begins, and gives the rest of it; of a numbered item its number too.
func kindOf(line string) (kind, number, rest string) {
	for mark, kind := range map[string]string{"- ": "ul", "| ": "table", "> ": "pre"} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return kind, "", rest
		}
	}
	if number, rest, ok := strings.Cut(line, ". "); ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return "ol", number, rest
	}
	return "p", "", line
}

// inline marks what is to be typed. The text is escaped first, so that nothing of it can be markup.
func inline(text string) template.HTML {
	parts := strings.Split(template.HTMLEscapeString(text), "`")
	if len(parts)%2 == 0 { // one that does not close is a character like any other
		return template.HTML(strings.Join(parts, "`"))
	}
	var out strings.Builder
	for i, part := range parts {
		if i%2 == 1 {
			part = "<code>" + part + "</code>"
		}
		out.WriteString(part)
	}
	return template.HTML(out.String())
}
