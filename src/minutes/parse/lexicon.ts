/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Words that indicate the kind of a line, for folded texts. None of them decides: the model weighs them.

/** Common beginnings of headings in minutes. */
export const HEADING_WORDS = /^(?:[a-z\d]{1,3} )?(?:(?:des?|les?|nos|la|quelques|premi..?e?re?s?) )?(?:constats?|propositions?|pistes?|idees?|questions?|points?|freins?|leviers?|principes?|enjeux?|besoins?|actions?|atouts?|obstacles?|difficultes?|forces?|faiblesses?|debats?|echanges?|priorites?|envies?|craintes?|peurs?|elements?|contexte|objectifs?|moyens?|attention|exemples?|synthese|conclusion|ressources?|experiences?|temoignages?|decisions?|bilan|observations?|souhaits?|orientations?|perspectives?|etat des lieux|diagnostic|problemes?|solutions?|remarques?|risques?|reves?|problematiques?|preconisations?|recommandations?|(?:ce (?:que|qui|qu))|(?:d ou)|(?:a (?:prevoir|faire|retenir|suivre))|pourquoi|comment|recoltes?|retours?|attentes?|analyses?|discussions?|reflexions?|suggestions?|initiatives?|avis|calendrier|(?:on|nous|le groupe|les participants) (?:voit|voyons|constat\w+|propos\w+|imagin\w+|veut|voulons|garde|gardons|retien\w+|souhait\w+|demand\w+|observ\w+))(?: |$)/
/** Place, date and people present: before the first section. */
export const PREAMBLE_WORDS = /^(?:lieu|date|salle|present|absent|excuse|anim|facilit|rapport|secret|notes?(?: |$)|prise de notes|redact|redige|participa|duree|horaire|ordre du jour|initiat|porteur|porte parole|hote|scribe|modera|etaient|heures?(?: |$)|de |a |objet|envoye|le \d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d)/
/** People who sign up. */
export const ROSTER_WORDS = /(?:^| )(?:inscri\w*|volontaires?|contacts?|coordonnees|participants? pour|poursuiv\w*|continu(?:e|ent|er|ons)|interesse\w*|partants?|emargement|membres|s y (?:mettre|colle\w*)|groupe de suivi|pour (?:la suite|continuer|suivre)|s est inscrite?|se sont (?:inscrit|propos)\w*|s inscrivent|se retrouvent|referents?|qui continue|se proposent|(?:qui )?s engagent?|engage\w*|motives?|restent|mobilises?|porteurs?|candidats?|on continue|souhait\w+ (?:poursuivre|continuer|participer))(?: |$)/
export const FOLLOW_WORDS = /^(?:\S+ )?(?:suites?|prochaines? etapes?|et (?:apres|maintenant|ensuite)|pour la suite|a venir|prochaine? (?:rencontre|reunion|date|rendez vous)|agenda)(?: |$)/
/** Beginnings of a group. */
export const GROUP_WORDS = /^(?:(?:compte rendus?|cr|synthese|restitution|notes?|rapport) )*(?:(?:du|de la|de l|des|le|la|l) )?(?:sous )?(gr[o0]upes?|ateliers?|commissions?|tables?|sections?|chantiers?|carrefours?|poles?|cercles?|equipes?|stands?|ilots?|questions?|themes?|thematiques?|axes?|sujets?)(?: |$)/
export const REPORT_WORDS = /compte rendu|^cr |synthese|restitution|proces verbal/
/** The grid of the mandate. */
export const GRID_WORDS = /^(?:\S+ )?(?:le |la |les )?(?:r[^ ]{1,2}le|mandats?|feuille de route|missions?|cadre|cadrage|delegations?|perimetre|regles|limites|attributions?|(?:ce que )?(?:le |la )?(?:reseau|association|federation|coordination)) ?/
export const MAY_WORDS = /(?:^| )(?:peu?t|peuvent|pourra|pourrait|doit|doivent|devra|s engage\w*|oui|engagements?|peut il|autoris\w+|feu vert|ok|libertes?|possible|permis|d accord|latitude|marges?|a faire|nous aide a|mandate pour|donner? mandat)(?: |$)/
export const NOT_WORDS = /(?:^| )(?:(?:ne|n) .{0,110}(?:pas|fera|peut|doit|peuvent|doivent)|s interdit|non|limites?|interdits?|pas|feu rouge|lignes? rouges?|hors (?:mandat|champ|perimetre|limites?)|exclu\w*|jamais|refus\w*|n intervient\w*)(?: |$)/
export const WITH_WORDS = /(?:^| )(?:avec|partenaires?|en lien|appuis?|allies?|relais|ensemble|s appuie\w*|s associ\w+|associes?|soutiens?|complices?|interlocuteurs?|relations?|nous relie a|cooper\w+)(?: |$)/
/** Letters: beginnings and ends of mails. */
export const MAIL_WORDS = /^(?:bonjour|salut|cher|chere|merci|bonne|bonsoir|a bientot|cordialement|amicalement|bien a vous|petit compte rendu|voici)(?: |$)/
