package directory

import (
	"encoding/json"
	"fmt"
)

// What JP Core names: the profile of organizations and the system of insurer numbers.
const (
	jpOrganization  = "http://jpfhir.jp/fhir/core/StructureDefinition/JP_Organization"
	jpInsurerNumber = "http://jpfhir.jp/fhir/core/mhlw/IdSystem/InsurerNumber"
	organizationKey = "http://terminology.hl7.org/CodeSystem/organization-type"
	verifiedOnTag   = "urn:michishirube:verified-on"
)

type fhirBundle struct {
	ResourceType string      `json:"resourceType"`
	Type         string      `json:"type"`
	Entry        []fhirEntry `json:"entry"`
}

type fhirEntry struct {
	FullURL  string           `json:"fullUrl"`
	Resource fhirOrganization `json:"resource"`
}

type fhirOrganization struct {
	ResourceType string           `json:"resourceType"`
	ID           string           `json:"id"`
	Meta         fhirMeta         `json:"meta"`
	Identifier   []fhirIdentifier `json:"identifier,omitempty"`
	Type         []fhirConcept    `json:"type"`
	Name         string           `json:"name"`
	Alias        []string         `json:"alias,omitempty"` // the reading
	Telecom      []fhirTelecom    `json:"telecom,omitempty"`
	Address      []fhirAddress    `json:"address,omitempty"`
	Contact      []fhirContact    `json:"contact,omitempty"`
}

type fhirMeta struct {
	Source  string       `json:"source"`
	Profile []string     `json:"profile"`
	Tag     []fhirCoding `json:"tag,omitempty"`
}

type fhirCoding struct {
	System string `json:"system"`
	Code   string `json:"code"`
}

type fhirConcept struct {
	Coding []fhirCoding `json:"coding"`
}

type fhirIdentifier struct {
	System string `json:"system"`
	Value  string `json:"value"`
}

type fhirTelecom struct {
	System string `json:"system"`
	Value  string `json:"value"`
	Use    string `json:"use,omitempty"`
}

type fhirAddress struct {
	Text       string `json:"text"`
	City       string `json:"city,omitempty"`
	State      string `json:"state,omitempty"`
	PostalCode string `json:"postalCode,omitempty"`
	Country    string `json:"country"`
}

type fhirContact struct {
	Name    fhirName      `json:"name"`
	Telecom []fhirTelecom `json:"telecom"`
}

type fhirName struct {
	Text string `json:"text"`
}

// FHIR gives the records and municipalities as one FHIR R4 Bundle of Organizations in the profile of JP Core. Where each
// comes from is its meta.source, the day of its verification a tag.
func (d *Directory) FHIR() ([]byte, error) {
	b := fhirBundle{ResourceType: "Bundle", Type: "collection", Entry: []fhirEntry{}}
	for _, c := range d.contacts() {
		o := fhirOrganization{
			ResourceType: "Organization", ID: c.ID, Name: c.Name,
			Meta: fhirMeta{Source: d.source(c.Source).URL, Profile: []string{jpOrganization}},
			Type: []fhirConcept{{[]fhirCoding{{organizationKey, organizationType(c.Kind)}}}},
		}
		if c.VerifiedOn != "" {
			o.Meta.Tag = []fhirCoding{{verifiedOnTag, c.VerifiedOn}}
		}
		if c.Number != "" {
			o.Identifier = []fhirIdentifier{{jpInsurerNumber, c.Number}}
		}
		if c.Kana != "" {
			o.Alias = []string{c.Kana}
		}
		for _, p := range c.Phones {
			line := fhirTelecom{"phone", p.Number, "work"}
			if p.Label == Representative { // FHIR has no word for a switchboard, and it must never pass for a direct line
				o.Contact = append(o.Contact, fhirContact{fhirName{phoneName(p.Label)}, []fhirTelecom{line}})
			} else {
				o.Telecom = append(o.Telecom, line)
			}
		}
		if c.URL != "" {
			o.Telecom = append(o.Telecom, fhirTelecom{System: "url", Value: c.URL})
		}
		if c.Address != "" {
			o.Address = []fhirAddress{{c.Address, c.Area, d.prefecture(c.Prefecture), c.Postal, "JP"}}
		}
		b.Entry = append(b.Entry, fhirEntry{"urn:uuid:" + stableUUID(c.ID), o})
	}
	out, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("fhir: %w", err)
	}
	return out, nil
}

// organizationType gives the code of HL7: who pays for care, who governs, and the rest.
func organizationType(k Kind) string {
	switch k {
	case KindKyokai, KindKenpoUnion, KindMutualAid, KindKokuho, KindKokuhoUnion, KindLateElderly:
		return "pay"
	case KindMunicipality:
		return "govt"
	default:
		return "other"
	}
}
