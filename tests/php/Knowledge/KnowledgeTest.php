<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Knowledge;

use OCA\Reseau\Knowledge\Acts;
use OCA\Reseau\Knowledge\Compiler;
use OCA\Reseau\Knowledge\Knowledge;
use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Knowledge\Weights;
use OCA\Reseau\Search\Tokenizer;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class KnowledgeTest extends TestCase {
	private const SITUATIONS = [
		['id' => 'dry-well', 'acts' => ['learn', 'place'], 'fr' => ['name' => 'le puits à sec', 'words' => ['puits', 'forage'], 'need' => ['manque d’eau'], 'help' => ['sourcier', 'citerne'], 'scene' => ['seau', 'troupeau', 'sécheresse']]],
		['id' => 'printing', 'acts' => ['learn', 'place'], 'fr' => ['name' => 'l’imprimerie', 'words' => ['imprimeur', 'presse'], 'need' => ['tract à tirer'], 'help' => ['typographe'], 'scene' => ['encre', 'papier', 'affiche']]],
		['id' => 'wine', 'acts' => ['learn', 'place'], 'fr' => ['name' => 'la vigne et le vin', 'words' => ['vigneron', 'presse'], 'need' => ['vendange en retard'], 'help' => ['vinifier'], 'scene' => ['raisin', 'cave', 'tonneau']]],
		['id' => 'goats', 'acts' => ['learn', 'place'], 'fr' => ['name' => 'les chèvres', 'words' => ['chèvre', 'chevrier'], 'need' => ['traire seul'], 'help' => ['je sais traire'], 'scene' => ['fromage', 'troupeau', 'biberon']]],
	];

	private const ACTS = [
		['id' => 'learn', 'answers' => ['learn' => 1.0, 'place' => 0.1], 'fr' => ['need' => 'apprendre', 'help' => 'apprendre à d’autres']],
		['id' => 'place', 'answers' => ['place' => 1.0], 'fr' => ['need' => 'trouver un lieu', 'help' => 'prêter un lieu']],
	];

	/** @return iterable<string, array{string, string, bool}> */
	public static function texts(): iterable {
		yield 'a situation and its remedy have no word in common' => ['Je monte l’eau au seau depuis la sécheresse', 'Sourcier, j’ai trouvé douze puits', true];
		yield 'one word that both have means something else' => ['Six mails à la presse, aucun imprimeur ne répond', 'Une presse à raisin et deux tonneaux', false];
		yield 'a word that both have supports others' => ['Un troupeau, des biberons, du fromage et des chèvres tous les matins', 'Chevrier, je garde un troupeau et je sais traire', true];
		yield 'nothing that is known' => ['Bonjour à tous', 'Je vous salue bien', false];
	}

	#[DataProvider('texts')]
	public function testWhatIsAboutTheSameFits(string $need, string $offer, bool $fits): void {
		$knowledge = new Knowledge((new Compiler())->compile(self::situations(), [], self::ACTS));
		$fit = $knowledge->readText($need, Side::Need)->fit($knowledge->readText($offer, Side::Help));
		self::assertSame($fits, $fit > 0.15, (string)$fit);
		self::assertLessThanOrEqual(1.0, $fit);
	}

	/** Several words for one situation count more than one strong word. */
	public function testSeveralWordsDecide(): void {
		$knowledge = new Knowledge((new Compiler())->compile(self::situations(), [], self::ACTS));
		self::assertSame('goats', $knowledge->situationsOf($knowledge->readText('Un seau, un biberon et du fromage', Side::Need), 1)[0]);
	}

	/** What people write in every sentence says little; what a sentence says of its situation is learnt. */
	public function testSentencesTeach(): void {
		$sentence = static fn (string $situation, string $text): array => ['situation' => $situation, 'side' => 'need', 'act' => 'learn', 'text' => $text];
		$sentences = [
			$sentence('dry-well', 'Le voisin remplit ma cuve chaque semaine'),
			...array_map(static fn (int $n): array => $sentence("other-$n", "Chaque semaine le voisin demande la chose$n"), range(1, 60)),
		];
		$compiled = (new Compiler())->compile(self::situations(), $sentences, self::ACTS);
		self::assertSame(['dry-well'], (new Knowledge($compiled))->situationsOf((new Knowledge($compiled))->readText('Une grande cuve', Side::Need), 3));
		foreach (['voisin', 'semaine'] as $everyday) {
			self::assertArrayNotHasKey(Tokenizer::token($everyday), $compiled['words']);
		}
		self::assertNotSame($compiled['version'], (new Compiler())->compile(self::situations(), [], self::ACTS)['version']);
		self::assertSame($compiled['version'], (new Compiler())->compile(self::situations(), $sentences, self::ACTS)['version']);
	}

	/** What is given has to answer what is wanted: both are read from how people write of each act. */
	public function testActsAreReadFromSentences(): void {
		$sentences = [];
		foreach (['apprendre à traire' => ['need', 'learn'], 'il me faut un hangar' => ['need', 'place'], 'je montre la traite' => ['help', 'learn'], 'un local vide' => ['help', 'place']] as $text => [$side, $act]) {
			array_push($sentences, ...array_fill(0, 20, ['situation' => 'goats', 'side' => $side, 'act' => $act, 'text' => $text]));
		}
		$compiled = (new Compiler())->compile(self::situations(), $sentences, self::ACTS);
		$acts = new Acts(...$compiled['acts']);
		$read = static fn (string $text, Side $side): array => $acts->likelyAnywhere($side, $acts->evidenceOf(array_fill_keys(array_map(Tokenizer::token(...), Tokenizer::of($text)), true), $side));
		[$learn, $place] = $read('Apprendre le fromage', Side::Need);
		self::assertGreaterThan($place, $learn);
		self::assertEqualsWithDelta(1.0, $learn + $place, 1e-9);
		[$learn, $place] = $read('Un grand local', Side::Help);
		self::assertLessThan($place, $learn);
		self::assertEqualsWithDelta([1.0, 0.1], $acts->answersTo([1.0, 0.0]), 1e-9, 'a place hardly teaches');
		self::assertEqualsWithDelta([0.5, 0.5], $read('Bonjour', Side::Help), 1e-9);
	}

	/** What a person says their text is about decides, whatever its words are. */
	public function testWhatIsChosenDecides(): void {
		$knowledge = new Knowledge((new Compiler())->compile(self::situations(), [], self::ACTS));
		$proposals = $knowledge->propose('Une presse pour samedi', Side::Need);
		self::assertEqualsCanonicalizing(['printing', 'wine'], array_values(array_unique(array_map(static fn (array $one): string => explode('/', $one['about'])[1], $proposals))));
		self::assertContains(['about' => 'learn/wine', 'sentence' => "la vigne et le vin\u{a0}: apprendre"], [...$proposals, ['about' => 'learn/wine', 'sentence' => $knowledge->sentenceOf('learn/wine', Side::Need)]]);
		self::assertNull($knowledge->sentenceOf('learn/other', Side::Need));
		$printer = $knowledge->readText('Typographe, de l’encre et du papier', Side::Help);
		$fit = static fn (?string $about): float => $knowledge->readText('Une presse pour samedi', Side::Need, $about)->fit($printer);
		self::assertGreaterThan($fit(null), $fit('learn/printing'));
		self::assertLessThan($fit('learn/printing'), $fit('learn/wine'));
		self::assertEqualsWithDelta($fit(null), $fit('learn/gone'), 1e-9, 'what is not known any more is guessed');
		$winemaker = $knowledge->readText('Une presse qui dort', Side::Help, 'place/wine');
		self::assertLessThan($knowledge->readText('x', Side::Need, 'place/wine')->fit($winemaker), $knowledge->readText('x', Side::Need, 'learn/wine')->fit($winemaker), 'a place teaches nothing');
	}

	/** What is proposed follows from what people write about the situation, and no act is proposed of everything that is alike before another act. */
	public function testProposalsAreUsualInTheirSituation(): void {
		$sentences = [];
		foreach (['goats' => ['place', 'un pré pour mes chèvres'], 'dry-well' => ['place', 'un pré près du puits'], 'wine' => ['learn', 'comment tailler la vigne']] as $situation => [$act, $text]) {
			array_push($sentences, ...array_fill(0, 20, ['situation' => $situation, 'side' => 'need', 'act' => $act, 'text' => $text]));
		}
		foreach (range(1, 600) as $n) {
			$sentences[] = ['situation' => 'other-' . ($n % 60 + 1), 'side' => 'need', 'act' => 'learn', 'text' => "chose$n"];
		}
		$knowledge = new Knowledge((new Compiler())->compile(self::situations(), $sentences, self::ACTS));
		$first = static fn (string $text): string => $knowledge->propose($text, Side::Need)[0]['about'];
		self::assertSame('place/goats', $first('Mes chèvres et leur fromage'));
		self::assertSame('learn/wine', $first('Des vignes à reprendre'));
		$proposed = array_column($knowledge->propose('Des chèvres au puits', Side::Need), 'about');
		self::assertSame($proposed, array_values(array_unique($proposed)));
		self::assertContains('place/goats', $proposed);
		self::assertContains('place/dry-well', $proposed);
		self::assertSame([], $knowledge->propose('Bonjour à tous', Side::Need));
	}

	public function testWeightsArePacked(): void {
		$unpacked = Weights::unpack(Weights::pack([0 => 0.5, 7 => 3.0, Weights::MOST_SITUATIONS - 1 => 100.0]));
		self::assertSame([0, 7, Weights::MOST_SITUATIONS - 1], array_keys($unpacked));
		foreach ([0 => 0.5, 7 => 3.0, Weights::MOST_SITUATIONS - 1 => 9.0] as $situation => $weight) {
			self::assertEqualsWithDelta($weight, $unpacked[$situation], 0.25);
		}
	}

	/** What the app contains: every situation has a number of its own, and all are small enough for a package. */
	public function testTheKnowledgeOfTheAppIsWhole(): void {
		$compiled = require __DIR__ . '/../../../data/knowledge.php';
		$ids = array_keys($compiled['situations']);
		self::assertLessThanOrEqual(Weights::MOST_SITUATIONS, count($ids));
		self::assertSame(count($ids), count(array_unique(array_map(static fn (string $id): int => crc32($id) >> 1, $ids))));
		self::assertLessThan(1_500_000, filesize(__DIR__ . '/../../../data/knowledge.php'));
		$knowledge = (new KnowledgeBase())->get();
		$subjects = $knowledge->subjectsIn('Monter un mur en pierre sèche, à la chaux', Side::Need);
		self::assertNotSame([], $subjects);
		self::assertSame($subjects, $knowledge->subjectsOf($knowledge->readText('Monter un mur en pierre sèche, à la chaux', Side::Need)));
		foreach ($subjects as $strength) {
			self::assertThat($strength, self::logicalAnd(self::greaterThan(0), self::lessThanOrEqual(100)));
		}
	}

	/** @return list<array<string, mixed>> with many others, so that the words of these are rare */
	private static function situations(): array {
		$other = static fn (int $n): array => ['id' => "other-$n", 'acts' => [], 'fr' => ['name' => "chose$n", 'words' => [], 'need' => [], 'help' => [], 'scene' => []]];
		return [...self::SITUATIONS, ...array_map($other, range(1, 60))];
	}
}
