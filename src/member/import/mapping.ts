/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { ENCODINGS } from '../../shared/lib/encoding.ts'
import { fingerprint } from '../../shared/lib/fingerprint.ts'
import { fold } from '../../shared/lib/fold.ts'
import { DELIMITERS, MAX_COLUMNS } from '../../shared/lib/readTable.ts'
import { CARD_PARTS, isOf } from '../parts.ts'

/** What a column can contain; an empty text leaves it out. */
export const FIELDS = [
	'name', 'firstName', 'familyName', ...CARD_PARTS, 'email', 'phone', 'website', 'consentDate', 'consentHow', 'id', 'kind',
] as const
export type Field = typeof FIELDS[number]

/** Common names of a column, folded; French and English. The longest match in a heading counts. */
const HEADINGS: Record<Field, string[]> = {
	name: ['nom et prenom', 'nom prenom', 'prenom nom', 'prenom et nom', 'nom complet', 'personne', 'participant', 'participante', 'contact', 'name', 'full name', 'display name', 'fn', 'nom d usage'],
	firstName: ['prenom', 'prenoms', 'first name', 'firstname', 'given name', 'forename'],
	familyName: ['nom', 'nom de famille', 'family name', 'last name', 'lastname', 'surname'],
	headline: ['accroche', 'en bref', 'en une phrase', 'presentation', 'headline', 'tagline', 'titre'],
	drives: ['ce qui m anime', 'ce qui l anime', 'motivation', 'motivations', 'ce qui vous anime', 'pourquoi', 'what drives me', 'drives', 'bio', 'a propos', 'about'],
	seeks: ['ce que je cherche', 'cherche', 'recherche', 'besoin', 'besoins', 'attentes', 'ce que vous cherchez', 'what i seek', 'seeks', 'needs', 'need'],
	offers: ['ce que j offre', 'offre', 'offres', 'propose', 'peut apporter', 'ce que vous proposez', 'what i offer', 'offers', 'offer'],
	skills: ['competence', 'competences', 'savoir faire', 'sait faire', 'savoirs', 'skill', 'skills'],
	values: ['valeur', 'valeurs', 'value', 'values'],
	sectors: ['secteur', 'secteurs', 'domaine', 'domaines', 'secteur d activite', 'sector', 'sectors'],
	trades: ['metier', 'metiers', 'profession', 'trade', 'trades', 'job'],
	territories: ['territoire', 'territoires', 'commune', 'communes', 'ville', 'code insee', 'insee', 'lieu', 'localite', 'departement', 'territory', 'territories', 'town', 'city', 'adr', 'place'],
	organisation: ['organisation', 'structure', 'association', 'organisme', 'entreprise', 'collectivite', 'organization', 'company', 'org'],
	role: ['role', 'fonction', 'poste', 'mandat', 'position', 'title', 'qualite'],
	availability: ['disponibilite', 'disponibilites', 'disponible', 'dispo', 'quand', 'availability'],
	limits: ['limite', 'limites', 'limits', 'limit'],
	languages: ['langue', 'langues', 'langue parlee', 'langues parlees', 'language', 'languages', 'languages spoken'],
	networks: ['reseau', 'reseaux', 'autres reseaux', 'network', 'networks'],
	email: ['email', 'e mail', 'mail', 'courriel', 'adresse mail', 'adresse email', 'adresse e mail', 'adresse electronique', 'mel', 'email address'],
	phone: ['telephone', 'tel', 'portable', 'mobile', 'numero de telephone', 'phone'],
	website: ['site', 'site web', 'site internet', 'url', 'website', 'web', 'lien'],
	consentDate: ['date d accord', 'date de l accord', 'date accord', 'date du consentement', 'date consentement', 'accord le', 'consent date', 'date of consent'],
	consentHow: ['accord', 'consentement', 'comment accord', 'mode d accord', 'accord comment', 'consent', 'consent how', 'how'],
	kind: ['type de fiche', 'kind of card', 'personne ou organisation', 'kind'],
	id: ['id', 'identifiant', 'uid', 'numero', 'n', 'ref', 'reference', 'identifier'],
}
const PHRASES = FIELDS.flatMap((field) => HEADINGS[field].map((phrase) => ({ field, phrase })))
	.sort((one, other) => other.phrase.length - one.phrase.length)

export const MappingSchema = v.object({
	/** Identifies equal headings. */
	headings: v.string(),
	encoding: v.picklist(ENCODINGS),
	delimiter: v.picklist(DELIMITERS),
	quotes: v.boolean(),
	heading: v.boolean(),
	/** The content of each column. */
	columns: v.pipe(v.array(v.picklist(['', ...FIELDS])), v.maxLength(MAX_COLUMNS)),
})
export type Mapping = v.InferOutput<typeof MappingSchema>
export type Column = Mapping['columns'][number]

/** Whether several columns can be combined. */
export function canRepeat(field: Column): boolean {
	return field === '' || isOf(field, 'text', 'items', 'words', 'values', 'terms', 'places')
}

/** The content of tables of a known program by their folded titles; it takes precedence over all other words. */
export type OwnTitles = ReadonlyMap<string, Column>

/** The most probable meaning of a heading. */
export function fieldOf(heading: string, own: OwnTitles = new Map()): Column {
	const folded = fold(heading)
	if (own.has(folded)) {
		return own.get(folded)!
	}
	const exact = PHRASES.find(({ phrase }) => phrase === folded)
	// One word of many is weak: « nom de la structure » is no name, so the longer word counts and short ones only alone.
	const within = () => PHRASES.find(({ phrase }) => phrase.length > 3 && ` ${folded} `.includes(` ${phrase} `))
	return (exact ?? within())?.field ?? ''
}

/** The most probable content of the columns, by their headings; what may occur only once is not repeated. */
export function proposeColumns(headings: readonly string[], width: number, own?: OwnTitles): Column[] {
	const guessed = Array.from({ length: width }, (_, i): Column => fieldOf(headings[i] ?? '', own))
	const proposed = guessed.map((field, i) => canRepeat(field) || guessed.indexOf(field) === i ? field : '')
	// « Nom » alone is the full name; together with a « Prénom » it is the family name.
	return proposed.includes('firstName') || proposed.includes('name')
		? proposed.map((field) => field === 'familyName' && !proposed.includes('firstName') ? '' : field)
		: proposed.map((field) => field === 'familyName' ? 'name' : field)
}

/** Key to recognise headings, ignoring case and accents; does not reveal them. */
export function headingsKey(headings: readonly string[]): string {
	return fingerprint(new TextEncoder().encode(headings.map(fold).join('\n')))
}

/** The mapping used last for these headings, among what earlier imports remember. */
export function rememberedColumns(memory: readonly string[], headings: readonly string[], width: number): Column[] | null {
	const key = headingsKey(headings)
	return headings.length === 0
		? null
		: memory.map(parseMapping).find((mapping) => mapping?.headings === key && mapping.columns.length === width)?.columns ?? null
}

/** A mapping as saved with an import; null if it is none, or of another version. */
export function parseMapping(text: string): Mapping | null {
	return parsed(MappingSchema, text)
}

/** The content of a text we saved, null if it is none. */
export function parsed<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> | null {
	try {
		return v.parse(schema, JSON.parse(text))
	} catch {
		return null
	}
}

/** Whether there is enough to create cards: a name. */
export function namesPeople(columns: readonly Column[]): boolean {
	return columns.some((column) => column === 'name' || column === 'firstName' || column === 'familyName')
}
