package store

import (
	"encoding/json"
	"fmt"
	"strconv"

	"go.etcd.io/bbolt"
)

// The bucket "meta" holds what is true of the file as a whole. Key "schema", value a JSON number.

func metaBucket() []byte { return []byte("meta") }
func schemaKey() []byte  { return []byte("schema") }

// migration brings a file from the schema of its place in the list to the next one.
type migration func(*bbolt.Tx) error

// migrations only ever grow at their end: files of every earlier schema are out there.
// A new one comes with a file of the old schema in testdata.
func migrations() []migration {
	return []migration{createBuckets, createMasters, createRegions, createAccounts, createTallies}
}

// firstSealed is the first schema in which records have seals.
const firstSealed = 5

// Schema is the version of the buckets and values this program writes.
func Schema() int { return len(migrations()) }

// migrate runs in one transaction: a file is wholly of the old schema or wholly of the new one.
func migrate(tx *bbolt.Tx, steps []migration) error {
	have, err := schema(tx, len(steps))
	if err != nil {
		return err
	}
	for i, step := range steps[have:] {
		if err := step(tx); err != nil {
			return fmt.Errorf("to schema %d: %w", have+i+1, err)
		}
	}
	meta, err := tx.CreateBucketIfNotExists(metaBucket())
	if err != nil {
		return err
	}
	// The second copy: see tally.go.
	if err := put(tx, metaBucket(), sealedKey(), len(steps)); err != nil {
		return err
	}
	return meta.Put(schemaKey(), []byte(strconv.Itoa(len(steps))))
}

// schema reads the version of the file: 0 for a file that holds nothing at all yet, ErrNewerSchema beyond what is known.
func schema(tx *bbolt.Tx, known int) (int, error) {
	meta := tx.Bucket(metaBucket())
	if meta == nil {
		if name, _ := tx.Cursor().First(); name != nil {
			return 0, fmt.Errorf("holds %q but no schema, it belongs to another program: %w", name, ErrDamaged)
		}
		return 0, nil
	}
	var n int
	if err := json.Unmarshal(meta.Get(schemaKey()), &n); err != nil || n < 1 {
		return 0, fmt.Errorf("no schema in bucket meta: %w", ErrDamaged)
	}
	if n < firstSealed && meta.Get(sealedKey()) == nil {
		return n, nil
	}
	var again int
	if err := get(tx, metaBucket(), sealedKey(), &again); err != nil || again != n {
		return 0, fmt.Errorf("the two copies of the schema differ: %w", ErrDamaged)
	}
	if n > known {
		return 0, fmt.Errorf("written by a later version of this program (schema %d, this one knows %d): %w", n, known, ErrNewerSchema)
	}
	return n, nil
}

func createBuckets(tx *bbolt.Tx) error {
	for _, name := range [][]byte{metaBucket(), releaseBucket(), blobBucket(), publicationBucket(), currentBucket()} {
		if _, err := tx.CreateBucket(name); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
	}
	return nil
}
