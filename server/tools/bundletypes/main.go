// Command bundletypes prints the TypeScript types of the device bundle, read off the Go structs by reflection, so that
// the two sides cannot drift apart: go generate ./server/content, then `git diff --exit-code`.
package main

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"

	"michishirube/server/content"
)

const header = `// Generated from server/content by go generate. Do not edit.

/** A condition on answers: exactly one of seven forms. */
export type Pred =
  | { all: Pred[] }
  | { any: Pred[] }
  | { not: Pred }
  | { rule: string }
  | { fact: string; is: string }
  | { fact: string; in: string[] }
  | { fact: string; has: string };

export type Kind = 'explain' | 'do' | 'ask_insurer' | 'warn' | 'refer' | 'ask_her';
export type Urgency = 'now' | 'today' | 'soon';
export type Confidence = 'notice' | 'official' | 'secondary' | 'community';

/** A mark that carries a shape and a word, never a colour alone. */
export type Mark = 'yes' | 'no' | 'partial' | 'arrives' | 'ordinary' | 'info';
`

func main() {
	out := flag.String("out", "", "file to write; standard output when empty")
	flag.Parse()
	text := header
	for _, root := range []any{content.Guide{}, content.TextBundle{}} {
		g := generator{seen: map[reflect.Type]bool{reflect.TypeFor[content.Pred](): true}}
		g.declare(reflect.TypeOf(root))
		text += g.text.String()
	}
	if *out == "" {
		fmt.Print(text)
		return
	}
	if err := os.WriteFile(*out, []byte(text), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type generator struct {
	seen map[reflect.Type]bool
	text strings.Builder
}

// declare writes the interface of t, then those it uses.
func (g *generator) declare(t reflect.Type) {
	if g.seen[t] {
		return
	}
	g.seen[t] = true
	var used []reflect.Type
	fmt.Fprintf(&g.text, "\nexport interface %s {\n", t.Name())
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		optional := ""
		if strings.Contains(options, "omitempty") {
			optional = "?"
		}
		kind := f.Tag.Get("ts")
		if kind == "" {
			var element reflect.Type
			kind, element = typeScript(f.Type)
			if element != nil {
				used = append(used, element)
			}
		}
		fmt.Fprintf(&g.text, "  %s%s: %s;\n", name, optional, kind)
	}
	g.text.WriteString("}\n")
	for _, u := range used {
		g.declare(u)
	}
}

// typeScript gives the type of a field and, when it is or holds a struct of ours, that struct.
func typeScript(t reflect.Type) (string, reflect.Type) {
	switch t.Kind() {
	case reflect.Slice:
		name, element := typeScript(t.Elem())
		return name + "[]", element
	case reflect.Map:
		name, element := typeScript(t.Elem())
		return "Record<string, " + name + ">", element
	case reflect.Struct:
		return t.Name(), t
	case reflect.Bool:
		return "boolean", nil
	case reflect.String:
		return "string", nil
	default:
		panic("bundletypes: no TypeScript for " + t.String())
	}
}
