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
	have, err := schema(tx)
	if err != nil {
		return err
	}
	if have > len(steps) {
		return newer(have, len(steps))
	}
	if have == len(steps) {
		return nil
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
	number := []byte(strconv.Itoa(len(steps)))
	// The second copy: see tally.go.
	if err := meta.Put(sealedKey(), seal(metaBucket(), sealedKey(), number)); err != nil {
		return err
	}
	return meta.Put(schemaKey(), number)
}

func newer(have, known int) error {
	return fmt.Errorf("written by a later version of this program (schema %d, this one knows %d): %w", have, known, ErrNewerSchema)
}

// schema reads the version of the file: 0 for a file that holds nothing at all yet.
func schema(tx *bbolt.Tx) (int, error) {
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
	kept := meta.Get(sealedKey())
	if kept == nil && n < firstSealed {
		return n, nil
	}
	if again, err := unseal(metaBucket(), sealedKey(), kept); err != nil || string(again) != string(meta.Get(schemaKey())) {
		return 0, fmt.Errorf("the two copies of the schema differ: %w", ErrDamaged)
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
