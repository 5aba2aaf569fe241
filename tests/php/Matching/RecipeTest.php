<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Knowledge\Compiler;
use OCA\Reseau\Knowledge\Knowledge;
use OCA\Reseau\Matching\Direction;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Matching\Portrait;
use OCA\Reseau\Matching\PortraitReader;
use OCA\Reseau\Matching\Rarity;
use OCA\Reseau\Matching\Recipe;
use OCA\Reseau\Vocabulary\Themes;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class RecipeTest extends TestCase {
	private const WORDS = ['velo' => ['vélo', 'bicyclette', 'cycle', 'atelier vélo'], 'potager' => ['jardin', 'semis', 'légumes'], 'emploi' => ['emploi', 'serveur']];

	/** The figures of docs/developers/matching.md: a change that makes them worse has to say so there. */
	#[DataProvider('figures')]
	public function testTheFirstAreWorthAnIntroduction(float $enough, bool $unseen, int $good, int $shown, int $best, int $falseFriends): void {
		$judged = new Judged($enough);
		$figures = $judged->figures($unseen);
		$false = $judged->falseFriends($unseen);
		self::assertGreaterThanOrEqual($good / $shown, $figures['good'] / $figures['shown'], json_encode($figures, JSON_THROW_ON_ERROR));
		self::assertGreaterThanOrEqual($good, $figures['good'], json_encode($figures, JSON_THROW_ON_ERROR));
		self::assertGreaterThanOrEqual($best, $figures['best'], json_encode($figures, JSON_THROW_ON_ERROR));
		self::assertLessThanOrEqual($falseFriends, $false['taken'], json_encode($false, JSON_THROW_ON_ERROR));
		self::assertSame($unseen ? 12 : 24, $false['all']);
	}

	/** @return iterable<string, array{float, bool, int, int, int, int}> */
	public static function figures(): iterable {
		yield 'people known when the recipe was made' => [Recipe::ENOUGH, false, 37, 51, 23, 1];
		yield 'people not known then' => [Recipe::ENOUGH, true, 24, 33, 19, 0];
		yield 'in a room, people known when the recipe was made' => [Recipe::ENOUGH_IN_A_ROOM, false, 51, 84, 30, 4];
		yield 'in a room, people not known then' => [Recipe::ENOUGH_IN_A_ROOM, true, 27, 41, 20, 1];
	}

	public function testAThemeAndTheFieldOfTheOfferingPersonMakeAMatch(): void {
		$reason = self::match(
			['seeks' => [self::item('Remettre vingt bicyclettes en état', 'velo')]],
			['offers' => [self::item('Un atelier le samedi', 'velo')], 'trades' => ['mécanicien cycle']],
		);
		self::assertSame(Direction::TheyOffer, $reason?->direction());
		self::assertSame('Un atelier le samedi', $reason->best()->offer->text);
	}

	public function testTheSameWordAloneMakesNone(): void {
		self::assertNull(self::match(
			['seeks' => [self::item('Des plants d’arbres résistants')]],
			['offers' => [self::item('Des plants résistants de légumes')], 'headline' => 'Plants et arbres résistants'],
		));
	}

	/** “Plants d’arbres” and “plants de légumes”: each chose the theme that says what the word means. */
	public function testAWordThatMeansSomethingElseByTheThemesChosenDoesNotCount(): void {
		$words = ['arbres' => ['plant', 'haie'], 'potager' => ['plant', 'légumes'], 'jardin' => ['plant']];
		$read = static fn (array $card): Portrait => (new PortraitReader(new Themes(Themes::fold($words)), array_fill_keys(array_keys($words), 'themes'), self::knowsNothing()))->read($card);
		$giver = static fn (string ...$themes): Portrait => $read(['offers' => [self::item('Des plants résistants', ...$themes)], 'headline' => 'Plants de légumes', 'trades' => ['Plants résistants']]);
		$meets = static fn (Portrait $giver, string ...$themes): bool => self::recipe()->match($read(['seeks' => [self::item('Des plants résistants', ...$themes)]]), $giver) !== null;
		self::assertFalse($meets($giver('potager'), 'arbres'));
		self::assertTrue($meets($giver('potager'), 'potager'));
		self::assertTrue($meets($giver('potager', 'arbres'), 'arbres'), 'one theme in common: the same meaning');
		self::assertTrue($meets($giver('potager')), 'without a theme nothing says that it is another');
	}

	public function testWithoutChosenThemesTheWordsOfBothTell(): void {
		$reason = self::match(
			['seeks' => [self::item('Apprendre à faire des semis dans mon jardin')]],
			['offers' => [self::item('Montrer les semis de légumes au jardin')], 'headline' => 'Jardin de semis'],
		);
		self::assertSame(Direction::TheyOffer, $reason?->direction());
	}

	public function testBothDirectionsCountMoreThanOne(): void {
		$seeks = [self::item('Réparer des bicyclettes', 'velo')];
		$offers = [self::item('Des légumes du jardin', 'potager')];
		$theirs = ['offers' => [self::item('Un atelier vélo', 'velo')], 'trades' => ['cycle', 'jardin']];
		$one = self::match(['seeks' => $seeks, 'trades' => ['jardin']], $theirs);
		$both = self::match(['seeks' => $seeks, 'offers' => $offers, 'trades' => ['jardin']], $theirs + ['seeks' => [self::item('Des légumes pour la cantine', 'potager')]]);
		self::assertSame(Direction::Both, $both?->direction());
		self::assertGreaterThan($one?->strength, $both->strength);
		self::assertEqualsWithDelta($one->theyOffer->strength, $both->theyOffer->strength, 1e-9, 'the second adds to the first and does not hide it');
	}

	/** The limits say what a person does not do. */
	public function testANeedAgainstTheLimitsOfTheOfferingPersonIsNoMatch(): void {
		$seeker = ['seeks' => [self::item('Un serveur pour des vélos', 'emploi', 'velo')]];
		$giver = ['offers' => [self::item('Un atelier vélo', 'velo')], 'trades' => ['cycle']];
		self::assertNotNull(self::match($seeker, $giver));
		self::assertNull(self::match($seeker, $giver + ['limits' => 'Pas de remplacement d’un emploi']));
		self::assertNotNull(self::match($seeker, $giver + ['limits' => 'Un vélo à la fois']), 'what they offer they do');
		self::assertNotNull(self::match($seeker + ['limits' => 'Pas d’emploi'], $giver), 'limits are about what one gives');
	}

	public function testAPlaceIsNoSkill(): void {
		$seeker = ['seeks' => [self::item('Apprendre à réparer un vélo', 'velo')]];
		self::assertNotNull(self::match($seeker, ['offers' => [self::item('Réparer les vélos', 'velo')], 'trades' => ['cycle']]));
		self::assertNull(self::match($seeker, ['offers' => [self::item('Une salle pour des vélos', 'velo')], 'trades' => ['cycle']]));
		self::assertNull(self::match($seeker, ['offers' => [self::item('Réparer les vélos', 'velo') + ['kind' => 'place']], 'trades' => ['cycle']]), 'the chosen kind counts, not the words');
	}

	/** Bridges decide between near equals, and only there. */
	public function testPeopleOfOtherSectorsAndTerritoriesComeFirstAmongEquals(): void {
		$mine = self::read(['seeks' => [self::item('Réparer des bicyclettes', 'velo')], 'sectors' => ['a'], 'territories' => [self::place('11206')]]);
		$like = ['offers' => [self::item('Des vélos réparés', 'velo')], 'trades' => ['cycle'], 'sectors' => ['a'], 'territories' => [self::place('11304')]];
		$other = ['sectors' => ['b'], 'territories' => [self::place('31555')]] + $like;
		$better = ['trades' => ['cycle', 'réparer des bicyclettes']] + $like;
		$first = static fn (array ...$cards): int => (int)array_key_first(self::recipe()->matches($mine, array_map(self::read(...), $cards), 5));
		self::assertSame(1, $first($like, $other));
		self::assertSame(0, $first($other, $like));
		self::assertSame(1, $first($other, $better));
	}

	public function testOnlyTheBestAreShown(): void {
		$mine = self::read(['seeks' => [self::item('Réparer des bicyclettes', 'velo')]]);
		$good = self::read(['offers' => [self::item('Des bicyclettes réparées par un atelier vélo', 'velo')], 'trades' => ['Réparer des bicyclettes', 'cycle']]);
		$weak = self::read(['offers' => [self::item('Un tour', 'velo')], 'trades' => ['cycle']]);
		self::assertSame([1], array_keys(self::recipe()->matches($mine, [$weak, $good], 5)));
		self::assertSame([0], array_keys(self::recipe()->matches($mine, [$weak], 5)), 'alone it is the best');
		self::assertCount(2, self::recipe()->matches($mine, [$good, $good, $good], 2));
		self::assertSame([], self::recipe()->matches($mine, [], 5));
	}

	public function testRareWordsTellMore(): void {
		$rarity = Rarity::of(['partout' => 200, 'souvent' => 30, 'une fois' => 1], 1000);
		self::assertEqualsWithDelta(0.0, $rarity['partout'], 1e-9);
		self::assertEqualsWithDelta(1.0, $rarity['une fois'], 1e-9);
		self::assertGreaterThan(0.3, $rarity['souvent']);
		self::assertSame(['mot' => 1.0], Rarity::of(['mot' => 1], 1), 'a network of one person');
	}

	/** @return array{text: string, terms: list<string>} */
	private static function item(string $text, string ...$terms): array {
		return ['text' => $text, 'terms' => array_values($terms)];
	}

	/** @return array{code: string, kind: string, name: string} */
	private static function place(string $code): array {
		return ['code' => $code, 'kind' => 'commune', 'name' => ''];
	}

	/**
	 * @param array<string, mixed> $mine
	 * @param array<string, mixed> $theirs
	 */
	private static function match(array $mine, array $theirs): ?MatchReason {
		return self::recipe()->match(self::read($mine), self::read($theirs));
	}

	/** @param array<string, mixed> $card */
	private static function read(array $card): Portrait {
		return (new PortraitReader(new Themes(Themes::fold(self::WORDS)), array_fill_keys(array_keys(self::WORDS), 'themes'), self::knowsNothing()))->read($card);
	}

	private static function knowsNothing(): Knowledge {
		return new Knowledge((new Compiler())->compile([], [], []));
	}

	private static function recipe(): Recipe {
		return new Recipe([]);
	}
}
