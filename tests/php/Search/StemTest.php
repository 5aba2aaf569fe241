<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Stem;
use OCA\Reseau\Shared\Fold;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Words that are the same for a search, and words that are not. */
class StemTest extends TestCase {
	/** Stems of the test vocabulary of Snowball (https://snowballstem.org/algorithms/french/stemmer.html), folded. */
	private const PUBLISHED = [
		'naturellement' => 'naturel', 'nationalité' => 'national', 'suffisance' => 'suffis', 'constitution' => 'constitu',
		'disposition' => 'disposit', 'dangereuses' => 'danger', 'républiques' => 'republ', 'respectable' => 'respect', 'généreuses' => 'gener',
		'lentement' => 'lent', 'simplement' => 'simpl', 'doucement' => 'douc', 'rapidement' => 'rapid', 'malheureusement' => 'malheur',
		'continuellement' => 'continuel', 'constamment' => 'const', 'obligeamment' => 'oblig', 'raisonnables' => 'raison',
		'raisonnement' => 'raison', 'correspondants' => 'correspond', 'dépendance' => 'depend', 'tradition' => 'tradit',
		'permission' => 'permiss', 'préparatifs' => 'prepar', 'justification' => 'justif', 'communiquait' => 'communiqu', 'achèvement' => 'achev',
		'attachement' => 'attach', 'employait' => 'emploi', 'renvoyant' => 'renvoi', 'mangeant' => 'mang', 'regardaient' => 'regard',
		'demandait' => 'demand', 'tournera' => 'tourn', 'apporterait' => 'apport', 'donnerez' => 'don', 'réglera' => 'regl',
		'retentissant' => 'retent', 'établirent' => 'etabl', 'attendrissement' => 'attendr', 'formaliste' => 'formal',
		'invraisemblance' => 'invraisembl', 'apostolique' => 'apostol', 'diplomatique' => 'diplomat', 'antiquité' => 'antiqu',
		'merveilleux' => 'merveil', 'allocution' => 'allocu', 'lumineuse' => 'lumin', 'réalisable' => 'realis', 'circonstance' => 'circonst',
	];

	/** @return array<string, list<list<string>>> */
	public static function same(): array {
		return [
			// Plurals
			'plurals in -s' => [['jardin', 'jardins']],
			'plurals after a vowel' => [['vélo', 'vélos']],
			'plurals of three letters' => [['vie', 'vies']],
			'plurals that look like verbs' => [['environ', 'environs']],
			'plurals that look like the future' => [['vigneron', 'vignerons']],
			'plurals that look like the imperfect' => [['champion', 'champions']],
			'plurals in -ents' => [['adhérent', 'adhérents', 'adhérente', 'adhérentes']],
			'plurals in -aux' => [['local', 'locaux', 'locale', 'locales']],
			'plurals in -aux of long words' => [['journal', 'journaux']],
			'plurals in -eaux' => [['bateau', 'bateaux']],
			'plurals in -yaux' => [['tuyau', 'tuyaux']],
			'plurals in -oux' => [['genou', 'genoux']],
			'plurals no rule covers, in -ail' => [['travail', 'travaux', 'travails']],
			'plurals no rule covers, in -eu' => [['lieu', 'lieux']],
			'plurals no rule covers, of three letters' => [['jeu', 'jeux']],
			'plurals no rule covers at all' => [['œil', 'yeux']],

			// Feminines
			'feminines in -e' => [['voisin', 'voisine', 'voisines']],
			'feminines in -ée' => [['partage', 'partagé', 'partagée', 'partagées', 'partager']],
			'feminines in -ie' => [['ami', 'amie', 'amies']],
			'feminines in -ite' => [['petit', 'petite']],
			'feminines in -ite of long words' => [['manuscrit', 'manuscrite']],
			'feminines in -aite' => [['parfait', 'parfaite']],
			'feminines in -aise' => [['anglais', 'anglaise']],
			'feminines in -ate' => [['candidat', 'candidate']],
			'feminines in -anne' => [['paysan', 'paysanne', 'paysans']],
			'feminines in -enne' => [['citoyen', 'citoyenne']],
			'feminines in -elle' => [['mutuel', 'mutuelle']],
			'feminines in -effe' => [['chef', 'cheffe']],
			'feminines in -eure' => [['intérieur', 'intérieure']],
			'feminines in -ière' => [['fermier', 'fermière', 'fermières']],
			'feminines in -gère' => [['berger', 'bergère']],
			'feminines in -yère' => [['métayer', 'métayère']],
			'feminines in -llère' => [['conseiller', 'conseillère']],
			'feminines in -ive' => [['actif', 'active', 'actives', 'activité']],
			'feminines in -que' => [['public', 'publique', 'publiques']],
			'feminines in -euse' => [['danseur', 'danseuse', 'danseuses']],
			'feminines in -euse of -eux' => [['heureux', 'heureuse']],
			'feminines in -trice' => [['agriculteur', 'agricultrice']],

			// The person, and the activity
			'-teur and -tion' => [['producteur', 'productrice', 'production']],
			'-ateur and -ation' => [['animateur', 'animatrice', 'animer', 'animation']],
			'-ateur and -ation of short words' => [['formateur', 'formatrice', 'former', 'formation']],
			'-ateur and -ation of shorter words' => [['créateur', 'créatrice', 'création', 'créatif', 'créativité', 'créer']],
			'-icateur and -ication' => [['indicateur', 'indication', 'indiquer']],
			'-ication' => [['communication', 'communiquer', 'communicatif']],
			'-ification' => [['planification', 'planifier']],
			'-atif' => [['association', 'associatif', 'associative', 'associer', 'associé']],
			'-atif of -er' => [['administratif', 'administration', 'administrateur']],
			'-ance' => [['assistance', 'assister', 'assistante']],
			'-ence' => [['permanence', 'permanent']],
			'-aissance' => [['connaissance', 'connaissant']],
			'-eur' => [['travail', 'travailler', 'travailleur', 'travailleuse', 'travaux']],
			'-eux' => [['courageux', 'courage', 'courageuse']],
			'-age' => [['jardin', 'jardinage', 'jardinier', 'jardinière', 'jardiner']],
			'-age of -er' => [['bricolage', 'bricoler', 'bricoleuse']],
			'-age of nouns' => [['compost', 'compostage']],
			'-age of verbs in -yer' => [['nettoyage', 'nettoyer']],
			'-age of trades' => [['maraîchage', 'maraîcher', 'maraîchère']],
			'-at' => [['bénévole', 'bénévolat']],
			'-at of verbs' => [['habitat', 'habitant', 'habiter']],
			'-erie' => [['boulanger', 'boulangère', 'boulangerie']],
			'-erie of -ier' => [['menuisier', 'menuiserie']],

			// -ment
			'-ment of verbs' => [['accompagner', 'accompagnement']],
			'-ment of verbs of three letters' => [['loger', 'logement']],
			'-ment of verbs in -ager' => [['aménager', 'aménagement', 'aménage']],
			'-ment of verbs in -ir' => [['établir', 'établissement']],
			'-ment after -i' => [['bâtir', 'bâtiment']],
			'-ment of nouns' => [['règle', 'règlement']],
			'-ment that is no ending' => [['document', 'documentation', 'documenter']],
			'-ment that is no ending, of vowels' => [['aliment', 'alimentation']],
			'-ement' => [['régulier', 'régulière', 'régulièrement']],
			'-ivement' => [['collectif', 'collective', 'collectivement', 'collectivité']],
			'-emment' => [['récent', 'récemment']],
			'-iquement' => [['écologie', 'écologique', 'écologiquement', 'écologiste']],

			// Qualities
			'-ité' => [['mobile', 'mobilité']],
			'-abilité' => [['comptable', 'comptabilité']],
			'-ie' => [['énergie', 'énergies']],

			// Verbs
			'-er' => [['cuisine', 'cuisiner', 'cuisinez', 'cuisinait', 'cuisinera']],
			'-er of three letters' => [['vote', 'voter', 'voté', 'votant']],
			'-er of three letters with an accent' => [['fête', 'fêter']],
			'-er after two consonants' => [['entrée', 'entrer']],
			'-ier' => [['publier', 'publié', 'publie']],
			'-ier of three letters' => [['copier', 'copie']],
			'-iter' => [['faciliter', 'facilite', 'facilitation', 'facilitatrice']],
			'-ayer' => [['essai', 'essayer']],
			'-oyer' => [['emploi', 'employer']],
			'-iver' => [['archive', 'archiver']],
			'-ir' => [['choisir', 'choisi', 'choisie', 'choisissent']],
			'-ir of three letters' => [['finir', 'fini', 'finissant']],
			'-ir after -ll' => [['accueil', 'accueillir']],
			'-frir' => [['offre', 'offrir']],
			'-vrir' => [['ouvre', 'ouvrir']],
			'-iller' => [['conseil', 'conseiller']],
		];
	}

	/** @param list<string> $words */
	#[DataProvider('same')]
	public function testTheseWordsHaveTheSameStem(array $words): void {
		$stems = array_combine($words, array_map(self::stem(...), $words));
		self::assertCount(1, array_unique($stems), json_encode($stems, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
	}

	/** @return list<array{string, string}> */
	public static function apart(): array {
		return [
			['pâte', 'PAT'], ['mer', 'mère'], ['mur', 'mûre'], ['cas', 'case'], ['fil', 'file'], ['fil', 'fille'], ['sol', 'sole'], ['bal', 'balle'],
			['chaux', 'chal'], ['eaux', 'eal'], ['local', 'loca'], ['poisson', 'poison'], ['data', 'date'], ['palais', 'pâle'], ['loi', 'loyer'],
			['France', 'français'], ['commune', 'communication'], ['collecte', 'collectif'], ['information', 'informatique'], ['départ', 'département'],
			['chant', 'chantier'], ['quart', 'quartier'], ['ouvrir', 'ouvrier'], ['part', 'partir'], ['merci', 'mercerie'], ['terre', 'terrasse'],
			['prof', 'profit'], ['forme', 'format'], ['mairie', 'marier'], ['village', 'ville'], ['message', 'messe'], ['paysage', 'paysan'],
			['cours', 'course'], ['bois', 'boisson'], ['mot', 'moteur'], ['contre', 'contrat'], ['station', 'stage'], ['élément', 'élève'],
		];
	}

	#[DataProvider('apart')]
	public function testTheseWordsHaveDifferentStems(string $one, string $other): void {
		self::assertNotSame(self::stem($one), self::stem($other));
	}

	public function testStemsFollowThePublishedAlgorithm(): void {
		self::assertSame(self::PUBLISHED, array_combine(array_keys(self::PUBLISHED), array_map(self::stem(...), array_keys(self::PUBLISHED))));
	}

	public function testShortWordsStayAsTheyAre(): void {
		self::assertSame(['les', 'ami', 'mas'], array_map(Stem::of(...), ['les', 'ami', 'mas']));
	}

	private static function stem(string $word): string {
		return Stem::of(Fold::text($word));
	}
}
