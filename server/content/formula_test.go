package content

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// byHand works a formula out without the solver: the free variables are given, every other one is the `and` of its parts.
type byHand struct {
	*formula
	parts [][]lit // of each variable; nil when it is free
}

func newByHand(t *testing.T, f *formula) *byHand {
	t.Helper()
	h := &byHand{f, make([][]lit, f.variables)}
	for key, whole := range f.ands {
		for _, part := range strings.Fields(key) {
			n, err := strconv.Atoi(part)
			if err != nil {
				t.Fatal(err)
			}
			h.parts[whole-1] = append(h.parts[whole-1], lit(n))
		}
	}
	return h
}

// values gives the value of every variable, and checks that the clauses allow it. Parts come before their whole.
func (h *byHand) values(t *testing.T, free map[lit]bool) model {
	t.Helper()
	m := make(model, h.variables)
	for i, parts := range h.parts {
		switch v := lit(i + 1); {
		case parts != nil:
			m[i] = m.all(parts)
		default:
			m[i] = v == yes || free[v]
		}
	}
	for _, clause := range h.clauses {
		if !slices.ContainsFunc(clause, func(l int) bool { return m.holds(lit(l)) }) {
			t.Fatalf("the clause %v excludes a lawful answer set", clause)
		}
	}
	return m
}

func TestFormulasMeanWhatTheySay(t *testing.T) {
	f := newFormula()
	a, b, c := f.variable(), f.variable(), f.variable()
	tests := []struct {
		name string
		l    lit
		want func(a, b, c bool) bool
	}{
		{"and", f.and(a, b, c), func(a, b, c bool) bool { return a && b && c }},
		{"or", f.or(a, b, c), func(a, b, c bool) bool { return a || b || c }},
		{"and of nothing", f.and(), func(_, _, _ bool) bool { return true }},
		{"or of nothing", f.or(), func(_, _, _ bool) bool { return false }},
		{"contradiction", f.and(a, b, -a), func(_, _, _ bool) bool { return false }},
		{"the same twice", f.and(a, a), func(a, _, _ bool) bool { return a }},
		{"differ", f.differ(a, b), func(a, b, _ bool) bool { return a != b }},
		{"differ from itself", f.differ(a, a), func(_, _, _ bool) bool { return false }},
		{"nested", f.or(a, f.and(b, f.or(-a, f.and(b, -c)))), func(a, b, c bool) bool { return a || b && (!a || b && !c) }},
		{"at least none", f.atLeast(0, []lit{a, b, c}), func(_, _, _ bool) bool { return true }},
		{"at least two", f.atLeast(2, []lit{a, b, c}), func(a, b, c bool) bool { return a && b || a && c || b && c }},
		{"at least four of three", f.atLeast(4, []lit{a, b, c}), func(_, _, _ bool) bool { return false }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for n := range 8 {
				values := []bool{n&1 > 0, n&2 > 0, n&4 > 0}
				want := tt.want(values[0], values[1], values[2])
				assumed := []lit{a, b, c}
				for i, v := range values {
					if !v {
						assumed[i] = -assumed[i]
					}
				}
				if f.satisfiable(append(assumed, tt.l)...) != want || f.satisfiable(append(assumed, -tt.l)...) == want {
					t.Errorf("of %v it is not %v", values, want)
				}
			}
		})
	}
}

func TestTheSolverFindsASolutionWhereverThereIsOne(t *testing.T) {
	const variables = 6
	random := rand.New(rand.NewPCG(3, 8))
	var answers [2]int
	for range 500 {
		f := newFormula()
		var free []lit
		for range variables {
			free = append(free, f.variable())
		}
		pick := slices.Clone(free)
		for range 12 { // ever deeper: what was built before may be part of what comes next
			a, b, c := pick[random.IntN(len(pick))], pick[random.IntN(len(pick))], pick[random.IntN(len(pick))]
			next := f.and(a, -b, c)
			if random.IntN(2) == 0 {
				next = f.or(-a, f.and(b, f.or(c, -a)))
			}
			pick = append(pick, next)
		}
		goal := f.and(pick[len(pick)-1], -pick[len(pick)-2], pick[len(pick)-3])
		found, hand := 0, newByHand(t, f)
		for n := range 1 << variables {
			given := map[lit]bool{}
			for i, l := range free {
				given[l] = n&(1<<i) > 0
			}
			if hand.values(t, given).holds(goal) {
				found = 1
			}
		}
		if got := f.satisfiable(goal); got != (found == 1) {
			t.Fatalf("the solver says %v, trying all says %v", got, found == 1)
		}
		answers[found]++
	}
	if answers[0] < 50 || answers[1] < 50 {
		t.Errorf("%d formulas without and %d with a solution: too few of one kind to tell", answers[0], answers[1])
	}
}

// With the race detector this fails as soon as solvers of two formulas share anything.
func TestFormulasAreSolvedAtOnceWithoutHarm(t *testing.T) {
	pigeons := func(n, holes int) bool { // n pigeons have room in as many holes, and in no fewer
		f := newFormula()
		at := make([][]lit, holes)
		for range n {
			var any []lit
			for h := range holes {
				l := f.variable()
				any, at[h] = append(any, l), append(at[h], l)
			}
			f.require(any...)
		}
		for _, here := range at {
			f.require(-f.atLeast(2, here))
		}
		return f.satisfiable()
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				if !pigeons(5, 5) || pigeons(6, 5) {
					t.Error("a solver was disturbed")
				}
			}
		})
	}
	group.Wait()
}
