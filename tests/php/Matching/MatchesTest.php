<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Integration\Command\MatchesCommand;
use OCA\Reseau\Matching\DeclineMapper;
use OCA\Reseau\Matching\Degree;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Symfony\Component\Console\Command\Command;

/** Matches as people get them. */
#[Group('databases')]
class MatchesTest extends NetworkTestCase {
	private const SHOWN = ['seeks' => 'members', 'offers' => 'members', 'trades' => 'members', 'limits' => 'members'];

	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
		$this->load(['values' => [], 'themes' => [
			['id' => 'velo', 'fr' => 'Vélo', 'words' => ['vélo', 'bicyclette', 'cycle']],
			['id' => 'potager', 'fr' => 'Potager', 'words' => ['jardin', 'semis', 'légumes']],
			['id' => 'emploi', 'fr' => 'Emploi', 'words' => ['emploi']],
		], 'publics' => [['id' => 'enfants', 'fr' => 'Enfants']]]);
		$this->account('linh');
		$this->account('odile');
	}

	public function testANeedMeetsAnOffer(): void {
		$this->cyclist('linh', 'Linh');
		$odile = $this->seeker('odile');
		self::assertSame([[
			'member' => 'Linh',
			'seek' => 'Réparer vingt bicyclettes',
			'offer' => 'Un atelier le samedi',
			'direction' => 'theyOffer',
			'degree' => 'sure',
			'reason' => "Vous cherchez «\u{a0}Réparer vingt bicyclettes\u{a0}» — Linh offre «\u{a0}Un atelier le samedi\u{a0}».",
		]], $this->found('odile'));
		self::assertSame([[
			'member' => 'Odile',
			'seek' => 'Réparer vingt bicyclettes',
			'offer' => 'Un atelier le samedi',
			'direction' => 'iOffer',
			'degree' => 'sure',
			'reason' => "Odile cherche «\u{a0}Réparer vingt bicyclettes\u{a0}» — vous offrez «\u{a0}Un atelier le samedi\u{a0}».",
		]], $this->found('linh'));
		self::assertSame('Odile', $this->data('GET', "/matches/{$odile['id']}", 'linh')['match']['member']['name']);
		self::assertSame(['Linh'], array_column(array_column($this->data('GET', '/home', 'odile')['meetings'], 'member'), 'name'));
		self::assertStringContainsString("Linh\n  Vous cherchez «\u{a0}Réparer vingt bicyclettes\u{a0}» — Linh offre «\u{a0}Un atelier le samedi\u{a0}».\n", $this->occ(MatchesCommand::class, ['uid' => 'odile']));
	}

	public function testANoticeMeetsPeople(): void {
		$linh = $this->cyclist('linh', 'Linh');
		$this->card('odile', ['name' => 'Odile']);
		$notice = fn (array $words): int => $this->data('POST', '/notices', 'odile', $words + ['key' => 'notice-' . count($words) . $words['kind']], 201)['id'];
		$need = $notice(['kind' => 'need', 'title' => 'Réparer vingt bicyclettes', 'text' => 'Avant avril.', 'terms' => ['velo']]);
		$matches = $this->data('GET', "/notices/$need/matches", 'odile')['matches'];
		self::assertSame([[$linh['id'], 'Réparer vingt bicyclettes', 'Un atelier le samedi', 'theyOffer']], array_map(static fn (array $one): array => [$one['member']['id'], $one['seek'], $one['offer'], $one['direction']], $matches));
		$this->assertRefused(403, 'not_yours', 'GET', "/notices/$need/matches", 'linh');
		self::assertSame([], $this->data('GET', '/notices/' . $notice(['kind' => 'offer', 'title' => 'Réparer vingt bicyclettes', 'terms' => ['velo']]) . '/matches', 'odile')['matches'], 'an offer does not meet an offer');
		// A declined person is not suggested for a notice either, and no one is once the notice is closed.
		$this->data('POST', "/matches/{$linh['id']}/decline", 'odile', []);
		self::assertSame([], $this->data('GET', "/notices/$need/matches", 'odile')['matches']);
		$this->data('DELETE', "/matches/{$linh['id']}/decline", 'odile');
		$this->data('POST', "/notices/$need/end", 'odile');
		self::assertSame([], $this->data('GET', "/notices/$need/matches", 'odile')['matches']);
	}

	public function testNoticesMatchAsWell(): void {
		$this->seeker('odile');
		// Nothing on the card speaks of it.
		$this->card('linh', ['name' => 'Linh', 'trades' => ['Mécanicienne de cycle'], 'audience' => self::SHOWN]);
		self::assertSame([], $this->found('odile'));
		$this->data('POST', '/notices', 'linh', ['kind' => 'call', 'title' => 'Un atelier le samedi', 'terms' => ['velo'], 'key' => 'notice-call'], 201);
		self::assertSame([], $this->found('odile'), 'a call asks for people, whatever they have');
		$notice = $this->data('POST', '/notices', 'linh', ['kind' => 'offer', 'title' => 'Un atelier le samedi', 'text' => 'On y répare des bicyclettes.', 'terms' => ['velo'], 'key' => 'notice-key'], 201)['id'];
		$match = $this->data('GET', '/matches', 'odile')['matches'][0];
		self::assertSame(['Linh', 'Un atelier le samedi', $notice], [$match['member']['name'], $match['offer'], $match['notice']]);
		self::assertMatchesRegularExpression("~<a [^>]*href=\"[^\"]*/notices/$notice\"[^>]*>Un atelier le samedi</a>~", (string)$this->kernel->request('GET', '/index.php/apps/reseau/', 'odile')->body);
		$mine = $this->data('GET', '/matches', 'linh')['matches'][0];
		self::assertSame(['Odile', 'iOffer', false], [$mine['member']['name'], $mine['direction'], isset($mine['notice'])]);
		// For the people of a group alone it is no reason for others.
		$this->group('velo', ['id' => $match['member']['id']]);
		$version = $this->data('GET', "/notices/$notice", 'linh')['version'];
		$this->data('PUT', "/notices/$notice", 'linh', ['version' => $version, 'groupId' => (int)$this->groupId('velo'), 'audience' => 'group']);
		self::assertSame([], $this->found('odile'));
		self::assertSame(['match' => null], $this->data('GET', "/matches/{$match['member']['id']}", 'odile'));
	}

	/** A situation and a remedy without a word or theme in common. */
	public function testKnowledgeOfEverydayLifeTiesANeedToAnOffer(): void {
		$need = ['name' => 'Odile', 'seeks' => [self::item('Chaque hiver le muret du lavoir s’éboule, il faudrait le rejointoyer')], 'audience' => self::SHOWN];
		$offer = ['name' => 'Linh', 'offers' => [self::item('Maçon à la retraite, je monte la pierre sèche et la chaux avec des débutants')], 'audience' => self::SHOWN];
		$this->card('odile', $need);
		$linh = $this->card('linh', $offer);
		self::assertSame([['Linh', 'sure']], array_map(static fn (array $match): array => [$match['member'], $match['degree']], $this->found('odile')));
		self::assertSame([['Odile', 'sure']], array_map(static fn (array $match): array => [$match['member'], $match['degree']], $this->found('linh')));
		$linh = $this->data('PUT', '/members/me', 'linh', ['version' => $linh['version'], 'audience' => ['offers' => 'me'] + self::SHOWN]);
		self::assertSame([], $this->found('odile'), 'a hidden offer is not read');
		self::assertSame(['match' => null], $this->data('GET', "/matches/{$linh['id']}", 'odile'));
	}

	/** What a person says a sentence is about decides who is found, and is shown to no one else. */
	public function testWhatANeedIsAboutIsItsPersonsToSay(): void {
		$need = ['text' => 'Une presse, si quelqu’un en a une qui dort', 'terms' => []];
		$odile = $this->card('odile', ['name' => 'Odile', 'seeks' => [$need], 'audience' => self::SHOWN]);
		$this->card('linh', ['name' => 'Linh', 'offers' => [self::item('Sécateurs, cuves et tonneaux à prêter pour la vendange de ma vigne')], 'audience' => self::SHOWN]);
		$found = fn (): array => array_map(static fn (array $match): array => [$match['member'], $match['degree']], $this->found('odile'));
		$proposed = array_column($this->data('POST', '/about', 'odile', ['text' => $need['text'], 'side' => 'need'])['proposals'], 'about');
		self::assertNotSame([], $proposed);
		$odile = $this->data('PUT', '/members/me', 'odile', ['version' => $odile['version'], 'seeks' => [$need + ['about' => 'thing/vineyard']]]);
		self::assertSame('thing/vineyard', $odile['seeks'][0]['about']);
		self::assertSame([['Linh', 'sure']], $found());
		foreach (["/members/{$odile['id']}", '/members', "/members/handouts?ids[]={$odile['id']}", '/matches', '/home'] as $path) {
			self::assertStringNotContainsString('vineyard', (string)$this->ask('GET', $path, 'linh')->body, $path);
		}
		foreach (['thing', 'THING/vineyard', 'thing/vineyard/x', ' thing/vineyard', "thing/vineyard\n", 7, [], ['a']] as $bad) {
			$this->assertRefused(400, 'unknown_term', 'PUT', '/members/me', 'odile', ['version' => $odile['version'], 'seeks' => [$need + ['about' => $bad]]]);
		}
		$odile = $this->data('PUT', '/members/me', 'odile', ['version' => $odile['version'], 'seeks' => [$need + ['about' => 'thing/not-known-any-more']]]);
		self::assertSame('thing/not-known-any-more', $odile['seeks'][0]['about'], 'kept, and guessed from the words');
		$this->data('PUT', '/members/me', 'odile', ['version' => $odile['version'], 'seeks' => [$need + ['about' => 'learn/dyslexia']]]);
		self::assertSame([], $found());
	}

	/** The same for a notice; one from an item of a card begins with what was chosen for the item. */
	public function testWhatANoticeIsAboutIsItsAuthorsToSay(): void {
		$need = ['text' => 'Une presse, si quelqu’un en a une qui dort', 'terms' => [], 'about' => 'thing/vineyard'];
		$this->card('odile', ['name' => 'Odile', 'seeks' => [$need], 'audience' => ['seeks' => 'me']]);
		$this->card('linh', ['name' => 'Linh', 'offers' => [self::item('Sécateurs, cuves et tonneaux à prêter pour la vendange de ma vigne')], 'audience' => self::SHOWN]);
		$notice = $this->data('POST', '/notices', 'odile', ['kind' => 'need', 'title' => $need['text'], 'from' => ['part' => 'seeks', 'text' => $need['text']], 'key' => 'notice-about-1'], 201);
		$path = "/notices/{$notice['id']}";
		self::assertSame('thing/vineyard', $notice['about']);
		$found = fn (): array => array_column(array_column($this->data('GET', "$path/matches", 'odile')['matches'], 'member'), 'name');
		self::assertSame(['Linh'], $found());
		foreach ([$path, '/notices', '/matches', '/home', '/notices/similar?title=presse'] as $seen) {
			$answer = (string)$this->ask('GET', $seen, 'linh')->body;
			self::assertStringNotContainsString('vineyard', $answer, $seen);
			self::assertStringNotContainsString('"about"', $answer, $seen);
		}
		foreach (['thing', "thing/vineyard\n", 7, ['a']] as $bad) {
			$this->assertRefused(400, 'unknown_term', 'PUT', $path, 'odile', ['version' => $notice['version'], 'about' => $bad]);
		}
		$notice = $this->data('PUT', $path, 'odile', ['version' => $notice['version'], 'about' => 'learn/dyslexia']);
		self::assertSame([], $found());
		self::assertSame('learn/dyslexia', $this->data('GET', '/members/' . $this->data('GET', '/members/me', 'odile')['id'] . '/export', 'odile')['notices'][0]['about']);
		self::assertNull($this->data('PUT', $path, 'odile', ['version' => $notice['version'], 'about' => null])['about']);
		self::assertNull($this->data('POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'Une presse', 'key' => 'notice-about-2'], 201)['about']);
	}

	public function testBothDirectionsAreShownTogether(): void {
		$this->cyclist('linh', 'Linh', ['seeks' => [self::item('Des légumes du jardin', 'potager')]]);
		$this->seeker('odile', ['offers' => [self::item('Mes semis de légumes', 'potager')], 'trades' => ['jardin']]);
		$match = $this->data('GET', '/matches', 'odile')['matches'][0];
		self::assertSame('both', $match['direction']);
		self::assertEqualsCanonicalizing(['Réparer vingt bicyclettes', 'Des légumes du jardin'], [$match['seek'], $match['back']['seek']]);
		self::assertSame($match['seek'] === 'Réparer vingt bicyclettes' ? 'theyOffer' : 'iOffer', $match['given']);
	}

	public function testANewcomersSentenceWithoutThemesFindsPeople(): void {
		$this->cyclist('linh', 'Linh');
		$this->card('odile', ['name' => 'Odile', 'seeks' => [['text' => 'Quelqu’un pour un cycle de bicyclettes', 'terms' => []]], 'audience' => ['seeks' => 'members']]);
		self::assertSame(['Linh'], array_column($this->found('odile'), 'member'));
	}

	public function testWithoutACardOrAnItemThereIsNobody(): void {
		$linh = $this->cyclist('linh', 'Linh');
		self::assertSame(['matches' => []], $this->data('GET', '/matches', 'odile'));
		self::assertSame(['match' => null], $this->data('GET', "/matches/{$linh['id']}", 'odile'));
		$this->assertRefused(404, 'no_card', 'POST', "/matches/{$linh['id']}/decline", 'odile', []);
		self::assertStringContainsString('odile has no card', $this->occ(MatchesCommand::class, ['uid' => 'odile'], Command::FAILURE));
		$this->card('odile', ['name' => 'Odile']);
		self::assertSame(['matches' => []], $this->data('GET', '/matches', 'odile'));
		self::assertStringContainsString('Nobody yet', $this->occ(MatchesCommand::class, ['uid' => 'odile']));
	}

	/** A hidden part neither makes a match nor keeps one away. */
	public function testOnlyPartsTheViewerMaySeeCount(): void {
		$this->seeker('odile');
		foreach (['offers', 'trades', 'limits'] as $n => $part) {
			$this->account("u$n");
			$this->cyclist("u$n", "Cachotier $part", ['limits' => 'Pas d’emploi', 'audience' => [$part => 'me'] + self::SHOWN]);
		}
		$sure = array_filter($this->found('odile'), static fn (array $match): bool => $match['degree'] === 'sure');
		self::assertSame(['Cachotier limits'], array_column($sure, 'member'), 'the theme alone is not enough without the trade');
		$this->data('PUT', '/members/me', 'odile', ['version' => 1, 'seeks' => [self::item('Réparer vingt bicyclettes pour l’emploi', 'velo', 'emploi')]]);
		self::assertSame([], $this->found('linh'));
		foreach ($this->found('odile') as $match) {
			self::assertSame('Cachotier limits', $match['member']);
		}
	}

	public function testPausedAndKeptCardsAreNotSuggested(): void {
		$this->seeker('odile');
		$linh = $this->cyclist('linh', 'Linh');
		$this->keptCard('odile', ['name' => 'Tenue'] + $this->parts());
		self::assertSame(['Linh'], array_column($this->found('odile'), 'member'));
		$this->data('PUT', "/members/{$linh['id']}/status", 'linh', ['version' => $linh['version'], 'status' => 'paused']);
		self::assertSame([], $this->found('odile'));
		$this->assertRefused(404, 'not_found', 'GET', "/matches/{$linh['id']}", 'odile');
	}

	public function testAKeeperAsksForThePersonOfACard(): void {
		$this->cyclist('linh', 'Linh');
		$kept = $this->keptCard('odile', ['name' => 'Fernand', 'seeks' => [self::item('Réparer vingt bicyclettes', 'velo')], 'audience' => self::SHOWN]);
		$match = $this->data('GET', "/matches?member={$kept['id']}", 'odile')['matches'][0];
		self::assertSame("Fernand cherche «\u{a0}Réparer vingt bicyclettes\u{a0}» — Linh offre «\u{a0}Un atelier le samedi\u{a0}».", $match['reason']);
		$this->assertRefused(403, 'not_yours', 'GET', "/matches?member={$kept['id']}", 'linh');
		$this->data('POST', "/matches/{$match['member']['id']}/decline", 'odile', ['member' => $kept['id']]);
		self::assertSame([], $this->data('GET', "/matches?member={$kept['id']}", 'odile')['matches']);
	}

	public function testADeclineIsRememberedAndNeverShown(): void {
		$linh = $this->cyclist('linh', 'Linh');
		$odile = $this->seeker('odile');
		$before = $this->data('GET', '/matches', 'linh');
		$this->data('POST', "/matches/{$linh['id']}/decline", 'odile', []);
		$this->data('POST', "/matches/{$linh['id']}/decline", 'odile', []);
		self::assertSame([], $this->found('odile'));
		self::assertNull($this->data('GET', "/matches/{$linh['id']}", 'odile')['match']);
		self::assertSame($before, $this->data('GET', '/matches', 'linh'), 'the other sees no difference');
		self::assertSame(['Linh'], array_column($this->data('GET', "/members/{$odile['id']}/export", 'odile')['declined'], 'member'));
		self::assertSame([], $this->data('GET', "/members/{$linh['id']}/export", 'linh')['declined']);
		$this->data('DELETE', "/matches/{$linh['id']}/decline", 'odile');
		$this->data('DELETE', "/matches/{$linh['id']}/decline", 'odile');
		self::assertSame(['Linh'], array_column($this->found('odile'), 'member'));
		$this->assertRefused(409, 'own_card', 'POST', "/matches/{$odile['id']}/decline", 'odile', []);
	}

	public function testManyDeclinedOrKeptPeopleDoNotTakeThePlacesOfOthers(): void {
		$this->cyclist('linh', 'Linh');
		$this->seeker('odile');
		$this->account('keeper');
		for ($i = 0; $i < 35; $i++) {
			$this->keptCard('odile', ['name' => "Tenue $i"] + $this->parts());
			$card = $this->keptCard('keeper', ['name' => "Autre $i"] + $this->parts());
			$this->data('POST', "/matches/{$card['id']}/decline", 'odile', []);
		}
		self::assertSame(['Linh'], array_column($this->found('odile'), 'member'));
	}

	public function testDeclinesLeaveWithTheCard(): void {
		$linh = $this->cyclist('linh', 'Linh');
		$odile = $this->seeker('odile');
		$declines = $this->kernel->get(DeclineMapper::class);
		$this->data('POST', "/matches/{$linh['id']}/decline", 'odile', []);
		$this->data('POST', "/matches/{$odile['id']}/decline", 'linh', []);
		$this->data('DELETE', '/members/me', 'linh');
		self::assertSame([], $declines->findOf($odile['id']));
		self::assertSame([], $declines->findAbout($odile['id']));
	}

	/** People get what is judged here: the candidates of the index leave out hardly anyone the recipe finds among all. */
	public function testTheDemonstrationNetworkGetsWhatWasJudged(): void {
		$this->kernel = self::emptyKernel();
		$this->demo();
		// Judged by their cards alone.
		$this->kernel->get(IDBConnection::class)->executeStatement('DELETE FROM `*PREFIX*reseau_notices`');
		$judged = new Judged();
		$missing = $other = $got = [];
		foreach ($judged->people() as $id => $person) {
			if ($person['account']) {
				$sure = array_filter($judged->first()[$id] ?? [], static fn (MatchReason $reason): bool => $reason->degree() === Degree::Sure);
				$expected = array_map($judged->name(...), array_keys($sure));
				$matches = array_filter($this->data('GET', '/matches?limit=5', $id)['matches'], static fn (array $match): bool => $match['degree'] === 'sure');
				$found = array_column(array_column($matches, 'member'), 'name');
				array_push($other, ...array_diff($found, $expected));
				array_push($missing, ...array_diff($expected, $found));
				array_push($got, ...$found);
			}
		}
		self::assertGreaterThan(50, count($got));
		// Who is compared is found by the index: where the best is not among them, the next take its place.
		self::assertLessThanOrEqual(3, count($missing), implode(', ', $missing));
		self::assertLessThanOrEqual(2, count($other), implode(', ', $other));
	}

	public function testBadInputIsRefused(): void {
		foreach (['0', '21', 'x', '-1', '99999999999999999999'] as $limit) {
			$this->assertRefused(400, 'bad_limit', 'GET', "/matches?limit=$limit", 'odile');
		}
		$this->assertRefused(400, 'wrong_type', 'GET', '/matches?member=x', 'odile');
		$this->assertRefused(400, 'wrong_type', 'GET', '/matches?member[]=1', 'odile');
		$this->assertRefused(404, 'not_found', 'GET', '/matches?member=999', 'odile');
		$this->assertRefused(404, 'not_found', 'GET', '/matches/999', 'odile');
	}

	/** @return list<array<string, mixed>> */
	private function found(string $uid): array {
		return array_map(
			static fn (array $match): array => ['member' => $match['member']['name']] + array_diff_key($match, ['given' => 0]),
			$this->data('GET', '/matches', $uid)['matches'],
		);
	}

	/** @return array<string, mixed> */
	private function parts(): array {
		return ['offers' => [self::item('Un atelier le samedi', 'velo')], 'trades' => ['mécanicien cycle'], 'audience' => self::SHOWN];
	}

	/**
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed>
	 */
	private function cyclist(string $uid, string $name, array $parts = []): array {
		return $this->card($uid, $parts + ['name' => $name] + $this->parts());
	}

	/**
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed>
	 */
	private function seeker(string $uid, array $parts = []): array {
		return $this->card($uid, $parts + ['name' => 'Odile', 'seeks' => [self::item('Réparer vingt bicyclettes', 'velo')], 'audience' => self::SHOWN]);
	}

	/** @return array{text: string, terms: list<string>} */
	private static function item(string $text, string ...$terms): array {
		return ['text' => $text, 'terms' => array_values($terms)];
	}
}
