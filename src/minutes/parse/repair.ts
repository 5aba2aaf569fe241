/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { collapseSpaces } from './text.ts'

/** Common OCR errors, with their corrections; no French word is written like the first. */
const SLIPS = new Map(Object.entries({
	// ê, ô, û, î read as é or without their mark
	arrét: 'arrêt',
	arréts: 'arrêts',
	arréte: 'arrête',
	arrétent: 'arrêtent',
	arréter: 'arrêter',
	arrété: 'arrêté',
	préter: 'prêter',
	prété: 'prêté',
	prétée: 'prêtée',
	prétés: 'prêtés',
	prétées: 'prêtées',
	préte: 'prête',
	prétent: 'prêtent',
	prét: 'prêt',
	préts: 'prêts',
	féte: 'fête',
	fétes: 'fêtes',
	féter: 'fêter',
	téte: 'tête',
	tétes: 'têtes',
	béte: 'bête',
	bétes: 'bêtes',
	étre: 'être',
	étres: 'êtres',
	étes: 'êtes',
	fenétre: 'fenêtre',
	fenétres: 'fenêtres',
	forét: 'forêt',
	foréts: 'forêts',
	intérét: 'intérêt',
	intéréts: 'intérêts',
	enquéte: 'enquête',
	enquétes: 'enquêtes',
	conquéte: 'conquête',
	réve: 'rêve',
	réves: 'rêves',
	réver: 'rêver',
	tréve: 'trêve',
	vétement: 'vêtement',
	vétements: 'vêtements',
	empéche: 'empêche',
	empécher: 'empêcher',
	empéchent: 'empêchent',
	dépécher: 'dépêcher',
	chéne: 'chêne',
	chénes: 'chênes',
	géne: 'gêne',
	génes: 'gênes',
	gréle: 'grêle',
	tempéte: 'tempête',
	évéque: 'évêque',
	méme: 'même',
	mémes: 'mêmes',
	extréme: 'extrême',
	extrémes: 'extrêmes',
	mélé: 'mêlé',
	méler: 'mêler',
	péche: 'pêche',
	bléme: 'blême',
	supréme: 'suprême',
	baptéme: 'baptême',
	théatre: 'théâtre',
	théatres: 'théâtres',
	role: 'rôle',
	roles: 'rôles',
	réle: 'rôle',
	réles: 'rôles',
	binéme: 'binôme',
	binémes: 'binômes',
	dipléme: 'diplôme',
	diplémes: 'diplômes',
	controle: 'contrôle',
	contréle: 'contrôle',
	hépital: 'hôpital',
	hotel: 'hôtel',
	bientét: 'bientôt',
	plutét: 'plutôt',
	aussitét: 'aussitôt',
	tét: 'tôt',
	cété: 'côté',
	cétés: 'côtés',
	impét: 'impôt',
	impéts: 'impôts',
	dépét: 'dépôt',
	coute: 'coûte',
	couts: 'coûts',
	gout: 'goût',
	aout: 'août',
	volité: 'voûté',
	volitée: 'voûtée',
	volités: 'voûtés',
	volitées: 'voûtées',
	boite: 'boîte',
	boites: 'boîtes',
	chaine: 'chaîne',
	connait: 'connaît',
	// è read as é, if the ending does not decide
	éléve: 'élève',
	éléves: 'élèves',
	gréve: 'grève',
	bréve: 'brève',
	régle: 'règle',
	régles: 'règles',
	siécle: 'siècle',
	siécles: 'siècles',
	chéque: 'chèque',
	bréche: 'brèche',
	fléche: 'flèche',
	séche: 'sèche',
	créche: 'crèche',
	compléte: 'complète',
	répéte: 'répète',
	inquiéte: 'inquiète',
	achéte: 'achète',
	poéte: 'poète',
	secréte: 'secrète',
	discréte: 'discrète',
	concréte: 'concrète',
	athléte: 'athlète',
	aprés: 'après',
	trés: 'très',
	auprés: 'auprès',
	procés: 'procès',
	succés: 'succès',
	accés: 'accès',
	excés: 'excès',
	congrés: 'congrès',
	progrés: 'progrès',
	décés: 'décès',
	// ë, ï
	noél: 'noël',
	maélle: 'maëlle',
	raphaél: 'raphaël',
	gaélle: 'gaëlle',
	mickaél: 'mickaël',
	joélle: 'joëlle',
	// accents lost
	deja: 'déjà',
	déja: 'déjà',
	voila: 'voilà',
	depart: 'départ',
	departs: 'départs',
	reunion: 'réunion',
	ecrire: 'écrire',
	loic: 'loïc',
	reunions: 'réunions',
	meme: 'même',
	memes: 'mêmes',
	etre: 'être',
	benevole: 'bénévole',
	benevoles: 'bénévoles',
	reseau: 'réseau',
	reseaux: 'réseaux',
	ecole: 'école',
	ecoles: 'écoles',
	equipe: 'équipe',
	equipes: 'équipes',
	metier: 'métier',
	metiers: 'métiers',
	interet: 'intérêt',
	probleme: 'problème',
	problemes: 'problèmes',
	// ç read as g
	ga: 'ça',
	regu: 'reçu',
	regus: 'reçus',
	regue: 'reçue',
	regues: 'reçues',
	dégu: 'déçu',
	dégus: 'déçus',
	dégue: 'déçue',
	congu: 'conçu',
	congus: 'conçus',
	congue: 'conçue',
	congues: 'conçues',
	apergu: 'aperçu',
	apergus: 'aperçus',
	fagon: 'façon',
	fagons: 'façons',
	legon: 'leçon',
	legons: 'leçons',
	gargon: 'garçon',
	gargons: 'garçons',
	magon: 'maçon',
	magons: 'maçons',
	fagade: 'façade',
	fagades: 'façades',
	soupgon: 'soupçon',
	rangon: 'rançon',
	regoit: 'reçoit',
	regoivent: 'reçoivent',
	apergoit: 'aperçoit',
	dégoit: 'déçoit',
	commenga: 'commença',
	commengons: 'commençons',
	balangoire: 'balançoire',
	frangoise: 'françoise',
	frangois: 'françois',
	frangais: 'français',
	frangaise: 'française',
	frangaises: 'françaises',
	commergant: 'commerçant',
	commergants: 'commerçants',
	commergante: 'commerçante',
	commergantes: 'commerçantes',
	remplagant: 'remplaçant',
	remplagante: 'remplaçante',
	// single letters
	sj: 'si',
	cest: 'c’est',
	quil: 'qu’il',
	quelquun: 'quelqu’un',
	aujourdhui: 'aujourd’hui',
	jusqua: 'jusqu’à',
}))

/** Endings with è that French never spells with é. */
const GRAVE = /é(re|res|me|mes|le|les|ge|ges|ce|ces|de|des|ne|nes|que|ques|gle|gles|cle|cles)$/u
/** At least two letters: an error in a single one cannot be recognised. */
const WORD = /\p{L}{2,}/gu

/**
 * A text with certain OCR errors corrected; uncertain ones stay. Blanks become single, apostrophes typographic.
 */
export function repair(text: string): string {
	let signs = collapseSpaces(text)
	// l’ read as I’, |’ or 1’, and l within a word as |.
	if (/['’`´]/.test(signs)) {
		signs = signs.replace(/(^|[^\p{L}\p{N}])[I|1]['’`´](?=\p{L})/gu, '$1l’').replace(/(?<=\p{L})['`´](?=\p{L})/gu, '’')
	}
	if (signs.includes('|')) {
		signs = signs.replace(/(?<=\p{L})\||\|(?=\p{Ll})/gu, 'l')
	}
	// o read as 0.
	if (signs.includes('0')) {
		signs = signs
			.replace(/(?<=\p{L})0+(?=\p{L})/gu, (zeros, at: number, whole: string) => (/\p{Lu}/u.test(whole[at - 1]!) && !/\p{Ll}/u.test(whole[at + zeros.length]!) ? 'O' : 'o').repeat(zeros.length))
			.replace(/(?<![\p{L}\p{N}])0(?=\p{Lu}{2}|\p{Ll}{2})/gu, 'O')
			.replace(/(?<=\p{Lu}{2})0(?![\p{L}\p{N}])/gu, 'O')
	}
	// û read as G.
	if (signs.includes('G')) {
		signs = signs.replace(/(?<=\p{Ll})G(?=\p{Ll}|$)/gu, 'û')
	}
	return sureAccents(signs.replace(WORD, repairWord))
}

function repairWord(word: string): string {
	const lower = word.toLowerCase()
	const meant = SLIPS.get(lower)
		?? (lower.length > 3 && lower.includes('é') ? lower.replace(GRAVE, 'è$1') : lower)
	return meant === lower ? word : likeCase(meant, word)
}

/** A word capitalised like another one: nowhere, at its beginning, or everywhere. */
export function likeCase(word: string, model: string): string {
	if (model.length > 1 && model === model.toUpperCase()) {
		return word.toUpperCase()
	}
	return /^\p{Lu}/u.test(model) ? word[0]!.toUpperCase() + word.slice(1) : word
}

/** « a », « ou » and « la » with their lost accent, if nothing else is possible. */
function sureAccents(text: string): string {
	return !/ a | ou |^ou |d[ée]s |’a | la (?:au|aux|dès|depuis|pour|avec) /i.test(text)
		? text
		: text
				.replace(/(?<!\p{L})(jusqu’|grâce |face |quant |par rapport |continuer |suites? |prêts? |difficile |facile |points? )a(?= )/giu, '$1à')
				.replace(/(?<!\p{L})a(?= (?:qui|quoi|quel|quelle|quels|quelles|travers|partir|cause de|côté|propos|nouveau|mesure que)(?!\p{L}))/gu, 'à')
				// No infinitive follows « a ».
				.replace(/(?<!\p{L})a(?= (?!(?:notre|votre|autre|entre|contre|outre|hier|cher|fier|amer|pire|libre|propre|ouvre|offre|souffre)(?!\p{L}))\p{Ll}{3,}(?:er|ir|[dtv]re|ire|oir)(?!\p{L}))/gu, 'à')
				.replace(/(?<!\p{L})(?<!(?<!\p{L})(?:il|elle|on|qui|y|lui|leur|en|nous|vous|se|ça) )a(?= (?:la (?:place|maison|mairie|médiathèque|rentrée|même|suite|demande|recherche|campagne|ferme|fin|main|disposition|porte|table)|plusieurs|deux|trois|vide|pied|vélo|midi|nouveau|peu près)(?!\p{L}))/gu, 'à')
				.replace(/(?<!\p{L})la(?= (?:au|aux|dès|depuis|pour|avec)(?!\p{L}))/gu, 'là')
				.replace(/(?<!\p{L})([\p{Ll}é]{2,}[^i\P{L}]er) a (?=la |l’|ceux|celles|des |un |une )/gu, (all, verb: string) => verb === 'hiver' ? all : `${verb} à `)
				.replace(/(?<!\p{L})la ou(?= (?:on|ils?|elles?|nous|vous|je|tu|c’est|ça)(?!\p{L}))/gu, 'là où')
				.replace(/^(O|o)u(?= [\p{L}’]+-(?:t-)?(?:on|il|elle|ils|elles|nous|vous|je|tu)(?!\p{L}))/u, '$1ù')
				.replace(/(?<= (?:moment|jour|endroit|lieu)) ou(?= )/gu, ' où')
				.replace(/(?<!\p{L})dés(?= (?:le|la|les|l’|que|qu’|lors|maintenant|demain|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu, 'dès')
}
