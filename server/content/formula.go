package content

import (
	"slices"
	"strconv"
	"sync"

	"github.com/crillab/gophersat/solver"
)

// lit is a variable of a formula; negative, it is the variable's negation.
type lit int

// yes is the literal that is always true.
const yes lit = 1

// formula is a growing set of clauses for the SAT solver. Every and, or and count becomes a variable defined in both
// directions, so a formula may be used, negated and shared at any place without growing.
//
// The solver's own translation of nested formulas (gophersat/bf v1.4.0) is not used: it guards only the first clause of a
// nested part, so that it calls satisfiable formulas unsatisfiable, and "unsatisfiable" is what we take for a proof.
type formula struct {
	variables int
	clauses   [][]int
	ands      map[string]lit // an `and` of the same parts is the same variable
}

func newFormula() *formula {
	f := &formula{ands: map[string]lit{}}
	f.require(f.variable()) // the first variable is `yes`
	return f
}

func (f *formula) variable() lit {
	f.variables++
	return lit(f.variables)
}

// require adds that at least one of the literals holds.
func (f *formula) require(any ...lit) {
	clause := make([]int, len(any))
	for i, l := range any {
		clause[i] = int(l)
	}
	f.clauses = append(f.clauses, clause)
}

// and gives a literal that holds exactly when all parts do.
func (f *formula) and(parts ...lit) lit {
	parts = slices.Clone(parts)
	slices.Sort(parts)
	parts = slices.DeleteFunc(slices.Compact(parts), func(l lit) bool { return l == yes })
	for _, l := range parts {
		if l == -yes || slices.Contains(parts, -l) {
			return -yes
		}
	}
	switch len(parts) {
	case 0:
		return yes
	case 1:
		return parts[0]
	}
	key := ""
	for _, l := range parts {
		key += strconv.Itoa(int(l)) + " "
	}
	if whole, ok := f.ands[key]; ok {
		return whole
	}
	whole := f.variable()
	f.ands[key] = whole
	back := []lit{whole}
	for _, l := range parts {
		f.require(-whole, l)
		back = append(back, -l)
	}
	f.require(back...)
	return whole
}

// or gives a literal that holds exactly when some part does.
func (f *formula) or(parts ...lit) lit {
	return -f.and(negated(parts)...)
}

// differ gives a literal that holds exactly when a and b have different values.
func (f *formula) differ(a, b lit) lit {
	if a == b {
		return -yes
	}
	return f.or(f.and(a, -b), f.and(-a, b))
}

// atLeast gives a literal that holds exactly when n or more of the parts do.
func (f *formula) atLeast(n int, parts []lit) lit {
	so := make([]lit, n+1) // so[j]: j or more of the parts seen so far hold
	for j := range so {
		so[j] = -yes
	}
	so[0] = yes
	for _, p := range parts {
		for j := n; j > 0; j-- {
			so[j] = f.or(so[j], f.and(so[j-1], p))
		}
	}
	return so[n]
}

// model is a solution: the value of each variable, the first variable at index 0.
type model []bool

func (m model) holds(l lit) bool {
	if l < 0 {
		return !m[-l-1]
	}
	return m[l-1]
}

func (m model) all(lits []lit) bool {
	return !slices.ContainsFunc(lits, func(l lit) bool { return !m.holds(l) })
}

// solving lets one solver run at a time: in gophersat v1.4.0 all solvers of a process learn clauses in one shared buffer,
// so that two at once spoil each other's proofs.
var solving sync.Mutex

// solve looks for a solution in which the assumed literals hold. False is a proof that there is none. Each call starts a
// fresh solver, so that nothing learned under one assumption can weaken the next proof.
func (f *formula) solve(assumed ...lit) (model, bool) {
	clauses := slices.Grow(slices.Clone(f.clauses), len(assumed))
	for _, l := range assumed {
		clauses = append(clauses, []int{int(l)})
	}
	solving.Lock()
	defer solving.Unlock()
	s := solver.New(solver.ParseSliceNb(clauses, f.variables))
	if s.Solve() != solver.Sat {
		return nil, false
	}
	return s.Model(), true
}

func (f *formula) satisfiable(assumed ...lit) bool {
	_, ok := f.solve(assumed...)
	return ok
}

func negated(lits []lit) []lit {
	out := make([]lit, len(lits))
	for i, l := range lits {
		out[i] = -l
	}
	return out
}
