package content

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Pred is a condition on answers. Exactly one form is set; there are seven:
//
//	{all: […]}  {any: […]}  {not: …}  {rule: name}  {fact: f, is: o}  {fact: f, in: [o…]}  {fact: f, has: o}
//
// `is` is for one-valued facts, `has` for many-valued ones, `in` for both ("any of these"). There is no form for "not
// answered": an answer that is not there is unknown, never false.
type Pred struct {
	All  []Pred   `json:"all,omitzero"`
	Any  []Pred   `json:"any,omitzero"`
	Not  *Pred    `json:"not,omitempty"`
	Rule string   `json:"rule,omitempty"`
	Fact string   `json:"fact,omitempty"`
	Is   string   `json:"is,omitempty"`
	In   []string `json:"in,omitempty"`
	Has  string   `json:"has,omitempty"`
}

// options lists what an atom asks for; nil for the other forms.
func (p Pred) options() []string {
	switch {
	case p.Is != "":
		return []string{p.Is}
	case p.Has != "":
		return []string{p.Has}
	default:
		return p.In
	}
}

// children lists the predicates directly under p.
func (p Pred) children() []Pred {
	switch {
	case p.All != nil:
		return p.All
	case p.Any != nil:
		return p.Any
	case p.Not != nil:
		return []Pred{*p.Not}
	default:
		return nil
	}
}

// walk calls visit for p and everything under it.
func (p Pred) walk(visit func(Pred)) {
	visit(p)
	for _, c := range p.children() {
		c.walk(visit)
	}
}

// isZero tells that no form is set.
func (p Pred) isZero() bool {
	return p.All == nil && p.Any == nil && p.Not == nil && p.Rule == "" && p.Fact == ""
}

// UnmarshalYAML reads one of the seven forms and names the line of anything else.
func (p *Pred) UnmarshalYAML(node *yaml.Node) error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf("line %d: %s", node.Line, fmt.Sprintf(format, args...))
	}
	if node.Kind != yaml.MappingNode {
		return fail("a condition is a mapping with one of all, any, not, rule, or fact with is, in or has")
	}
	fields := map[string]any{
		"all": &p.All, "any": &p.Any, "not": &p.Not, "rule": &p.Rule, "fact": &p.Fact, "is": &p.Is, "in": &p.In, "has": &p.Has,
	}
	var keys []string
	for i := 0; i < len(node.Content); i += 2 {
		key, value := node.Content[i].Value, node.Content[i+1]
		into, ok := fields[key]
		if !ok {
			return fail("unknown form %q: want all, any, not, rule, or fact with is, in or has", key)
		}
		if slices.Contains(keys, key) {
			return fail("%q is given twice", key)
		}
		// An alias of what it stands in would never end, and a few lines of aliases of aliases are millions of conditions.
		if isAlias(value) || slices.ContainsFunc(value.Content, isAlias) {
			return fail("a part of a condition is an alias (*): write it out, or name it in rules.yaml")
		}
		if err := value.Decode(into); err != nil {
			return err
		}
		keys = append(keys, key)
	}
	slices.Sort(keys)
	switch form := strings.Join(keys, "+"); form {
	case "all", "any", "not", "rule", "fact+is", "fact+in", "fact+has":
	default:
		return fail("%q is not a form: want all, any, not, rule, or fact with is, in or has", form)
	}
	if err := p.filled(); err != nil {
		return fail("%v", err)
	}
	return nil
}

func isAlias(n *yaml.Node) bool { return n.Kind == yaml.AliasNode }

func (p Pred) filled() error {
	switch {
	case p.Fact != "" && len(p.options()) == 0, p.Fact != "" && slices.Contains(p.options(), ""):
		return errors.New("a condition on a fact needs an option")
	case p.isZero():
		return errors.New("an empty condition: want at least one part")
	case p.All != nil && len(p.All) == 0, p.Any != nil && len(p.Any) == 0:
		return errors.New("an empty list of conditions")
	}
	return nil
}
