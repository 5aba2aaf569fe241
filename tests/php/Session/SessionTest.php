<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Session;

use OCA\Reseau\Session\SessionRow;
use OCA\Reseau\Session\SessionRowMapper;
use OCA\Reseau\Session\SessionRules;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Sessions while they are open. */
#[Group('databases')]
class SessionTest extends SessionTestCase {
	public function testTheLimitsAreThoseOfTheBrowser(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/session-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, SessionRules::LIMITS);
	}

	public function testIsForFacilitatorsOnly(): void {
		self::assertSame([['id' => $this->session, 'title' => 'À la mairie', 'place' => 'Limoux', 'day' => '2026-11-24', 'state' => 'open']], $this->data('GET', '/sessions', 'zohra')['sessions']);
		$this->assertRefused(403, 'not_yours', 'GET', '/sessions', 'odile');
		$this->assertRefused(403, 'not_yours', 'GET', "/sessions/$this->session", 'odile');
		$this->assertRefused(404, 'not_found', 'GET', '/sessions/999', 'fanny');
	}

	public function testIsMadeOnceHoweverOftenItIsSent(): void {
		$body = ['title' => 'Deux fois', 'place' => '', 'day' => '2026-12-12', 'key' => 'the-same-key'];
		$id = $this->data('POST', '/sessions', 'fanny', $body, 201)['id'];
		self::assertSame($id, $this->data('POST', '/sessions', 'fanny', $body, 201)['id']);
		self::assertNotSame($id, $this->data('POST', '/sessions', 'zohra', $body, 201)['id'], 'a key is of an account');
		$this->assertRefused(400, 'title_missing', 'POST', '/sessions', 'fanny', ['title' => ' '] + $body);
		$this->assertRefused(400, 'day_missing', 'POST', '/sessions', 'fanny', ['day' => '2026-02-30', 'key' => 'another-key'] + $body);
	}

	public function testTwoFacilitatorsWriteAndNothingIsLost(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$row = $this->say('Marcel', 'offer', 'Un jardin à partager', ['listed' => true], 'zohra');
		$this->say('marcel', 'need', 'Des semis', ['agreed' => true]);
		$room = $this->room();
		self::assertSame(['Réparer mon vélo', 'Un jardin à partager', 'Des semis'], array_column($room['rows'], 'text'));
		self::assertSame([['velo'], ['potager'], ['potager']], array_column($room['rows'], 'terms'), 'the themes are those the words speak of');
		self::assertSame(['Odile Marcenac', 'Marcel'], array_column($room['people'], 'name'), 'the same name is the same person');
		self::assertSame(['agreed' => true, 'listed' => true], array_intersect_key($room['people'][1], ['agreed' => 0, 'listed' => 0]));
		$this->data('PUT', "/sessions/$this->session/rows/$row", 'fanny', ['version' => 1, 'kind' => 'offer', 'text' => 'Un grand jardin', 'terms' => []]);
		$this->assertRefused(409, 'stale_version', 'PUT', "/sessions/$this->session/rows/$row", 'zohra', ['version' => 1, 'kind' => 'offer', 'text' => 'Perdu']);
		self::assertSame('Un grand jardin', $this->room('zohra')['rows'][1]['text']);
	}

	public function testIsFullAtItsLimit(): void {
		$this->say('Marcel', 'need', 'Un banc');
		$rows = $this->kernel->get(SessionRowMapper::class);
		[$first] = $rows->findOf($this->session);
		for ($i = 2; $i < SessionRules::LIMITS['rows']; $i++) {
			$row = new SessionRow();
			$row->setSessionId($this->session);
			$row->setPersonId($first->getPersonId());
			$row->setKind($first->getKind());
			$row->setText($first->getText());
			$row->setState(SessionRow::SAID);
			$row->setVersion(1);
			$row->setKeyHash(hash('sha256', "row $i"));
			$rows->insert($row);
		}
		$this->say('Marcel', 'need', 'Le dernier');
		$this->assertRefused(409, 'session_full', 'POST', "/sessions/$this->session/rows", 'fanny', ['name' => 'Marcel', 'kind' => 'need', 'text' => 'De trop', 'key' => $this->key()]);
		self::assertCount(SessionRules::LIMITS['rows'], $this->room()['rows']);
	}

	public function testARowIsAddedOnce(): void {
		$body = ['name' => 'Marcel', 'kind' => 'need', 'text' => 'Un banc', 'key' => 'a-row-key'];
		$row = $this->data('POST', "/sessions/$this->session/rows", 'fanny', $body, 201)['row'];
		self::assertSame($row, $this->data('POST', "/sessions/$this->session/rows", 'fanny', $body, 201)['row']);
		self::assertCount(1, $this->room()['rows']);
	}

	public function testAPersonIsDeletedWithTheirLastRow(): void {
		$first = $this->say('Marcel', 'need', 'Un banc');
		$second = $this->say('Marcel', 'offer', 'Des poires');
		self::assertCount(1, $this->data('DELETE', "/sessions/$this->session/rows/$first", 'fanny')['people']);
		self::assertSame([], $this->data('DELETE', "/sessions/$this->session/rows/$second", 'fanny')['people']);
		$this->assertRefused(404, 'not_found', 'DELETE', "/sessions/$this->session/rows/$second", 'fanny');
		$person = $this->say('Marcel', 'need', 'Un banc') !== 0 ? $this->people()['Marcel']['id'] : 0;
		self::assertSame(1, count($this->data('POST', "/sessions/$this->session/rows", 'zohra', ['person' => $person, 'kind' => 'offer', 'text' => 'Des coings', 'key' => $this->key()], 201)['session']['people']));
		$this->assertRefused(400, 'unknown_member', 'POST', "/sessions/$this->session/rows", 'fanny', ['person' => 9999, 'kind' => 'offer', 'text' => 'Rien', 'key' => $this->key()]);
	}

	public function testWhatDoesNotFitIsRefused(): void {
		$row = ['name' => 'Marcel', 'kind' => 'need', 'text' => 'Un banc'];
		foreach ([
			'text_missing' => ['text' => " \u{a0}"], 'too_long' => ['text' => str_repeat('é', 121)], 'bad_text' => ['text' => "a\0b"], 'unknown_kind' => ['kind' => 'call'],
			'name_missing' => ['name' => ''], 'unknown_term' => ['terms' => ['nothing']], 'wrong_type' => ['member' => 'x'], 'bad_key' => ['key' => 'a b'], 'unknown_member' => ['member' => 99999],
		] as $reason => $wrong) {
			$this->assertRefused(400, $reason, 'POST', "/sessions/$this->session/rows", 'fanny', $wrong + $row + ['key' => $this->key()]);
		}
		self::assertSame([], $this->room()['people'], 'and leaves nothing behind');
	}

	public function testACardOneMayNotKnowOfIsNotAdded(): void {
		$this->setStatus('odile', 'odile', 'paused');
		$this->assertRefused(400, 'unknown_member', 'POST', "/sessions/$this->session/rows", 'fanny', ['member' => $this->cards['odile'], 'kind' => 'need', 'text' => 'Un banc', 'key' => $this->key()]);
	}

	public function testAPersonWithAPausedCardIsNotShown(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->say('linh', 'offer', 'Un atelier de bicyclette', ['terms' => ['velo']]);
		$this->setStatus('odile', 'odile', 'paused');
		self::assertSame(['Linh Marcenac'], array_keys($this->people()));
		self::assertSame(['Un atelier de bicyclette'], array_column($this->room()['rows'], 'text'));
		$this->setStatus('odile', 'odile', 'published');
		self::assertCount(2, $this->room()['rows']);
	}

	public function testTheWordsAndNamesAreEncrypted(): void {
		$this->say('Marcel Unique', 'need', 'Un banc introuvable');
		$db = $this->kernel->get(IDBConnection::class);
		$stored = serialize([$db->executeQuery('SELECT * FROM `*PREFIX*reseau_session_people`')->fetchAll(), $db->executeQuery('SELECT * FROM `*PREFIX*reseau_session_rows`')->fetchAll()]);
		self::assertStringNotContainsString('Marcel', $stored);
		self::assertStringNotContainsString('introuvable', $stored);
	}

	public function testWhatFitsIsSaidWithItsReason(): void {
		$this->data('PUT', '/members/me', 'odile', ['version' => 1, 'offers' => [['text' => 'Un atelier de cycle', 'terms' => ['velo']]], 'trades' => ['mécanicien cycle'], 'audience' => ['offers' => 'members', 'trades' => 'members']]);
		$need = $this->say('Marcel', 'need', 'Réparer ma bicyclette', ['terms' => ['velo']]);
		$offer = $this->say('linh', 'offer', 'Réparer une bicyclette le samedi', ['terms' => ['velo']]);
		$fits = $this->data('GET', "/sessions/$this->session/rows/$need/fits", 'zohra')['fits'];
		self::assertSame('Linh Marcenac', $fits[0]['name']);
		self::assertSame($this->people()['Linh Marcenac']['id'], $fits[0]['person']);
		self::assertSame("Marcel cherche «\u{a0}Réparer ma bicyclette\u{a0}» — Linh Marcenac offre «\u{a0}Réparer une bicyclette le samedi\u{a0}».", $fits[0]['reason']);
		self::assertContains($this->cards['odile'], array_column($fits, 'member'));
		self::assertSame(['Marcel'], array_column($this->data('GET', "/sessions/$this->session/rows/$offer/fits", 'zohra')['fits'], 'name'));
	}

	/** Other words for the same meet, without any theme. */
	#[DataProvider('sameInOtherWords')]
	public function testOtherWordsForTheSameMeet(string $need, string $offer): void {
		$row = $this->say('Marcel', 'need', $need, ['terms' => []]);
		$this->say('Lise', 'offer', 'Des cours de couture', ['terms' => []]);
		$this->say('Rose', 'offer', $offer, ['terms' => []]);
		$fits = $this->fits($row);
		self::assertSame(['Rose'], array_column($fits, 'name'));
		self::assertStringContainsString($need, $fits[0]['reason']);
		self::assertStringContainsString($offer, $fits[0]['reason']);
	}

	/** @return iterable<string, array{string, string}> */
	public static function sameInOtherWords(): iterable {
		yield 'apples that fell' => ['Des pommes abîmées', 'Des pommes tombées'];
		yield 'apples for juice' => ['Des pommes abîmées pour faire du jus', 'Pommes tombées à ramasser chez moi'];
		yield 'a lorry, and a van' => ['Un camion pour un déménagement', 'Ma camionnette le week-end'];
		yield 'a van that is lent' => ['Un camion pour déménager', 'Prêt d’une camionnette'];
		yield 'a site' => ['Un site internet', 'Des sites web'];
		yield 'a site of a village' => ['Refaire le site internet de la mairie', 'Faire des sites web'];
	}

	/** What is less sure comes after what is sure, and what is about something else does not come. */
	public function testWhatIsLessSureComesAfter(): void {
		$need = $this->say('Marcel', 'need', 'Des pommes abîmées pour le potager', ['terms' => ['potager']]);
		$this->say('Jo', 'offer', 'Deux vélos pour samedi', ['terms' => []]);
		$this->say('Lise', 'offer', 'Des pommes tombées', ['terms' => []]);
		$this->say('Rose', 'offer', 'Un composteur au potager', ['terms' => ['potager']]);
		self::assertSame(['Rose' => 'sure', 'Lise' => 'perhaps'], array_column($this->fits($need), 'degree', 'name'));
		foreach (['Marcel', 'Rose', 'Lise'] as $name) {
			$this->data('PUT', "/sessions/$this->session/people/{$this->people()[$name]['id']}", 'fanny', ['agreed' => true]);
		}
		$pairs = $this->data('GET', "/sessions/$this->session/ending", 'fanny')['pairs'];
		self::assertSame([['Marcel', 'Rose'], ['Marcel', 'Lise']], array_column($pairs, 'names'));
		self::assertSame(['sure', 'perhaps'], array_column($pairs, 'degree'));
	}

	/** @return list<array<string, mixed>> */
	private function fits(int $row, string $uid = 'fanny'): array {
		return $this->data('GET', "/sessions/$this->session/rows/$row/fits", $uid)['fits'];
	}

	public function testOneThemeInCommonIsEnough(): void {
		$need = $this->say('Marcel', 'need', 'Un jardin où aller à vélo');
		$this->say('Rose', 'offer', 'Un coin de jardin');
		self::assertSame([['velo', 'potager'], ['potager']], array_map(static function (array $row): array {
			rsort($row['terms']);
			return $row['terms'];
		}, $this->room()['rows']));
		self::assertSame(['Rose'], array_column($this->data('GET', "/sessions/$this->session/rows/$need/fits", 'fanny')['fits'], 'name'));
		$this->say('Rose', 'need', 'Un coin de jardin');
		self::assertSame(['Rose'], array_column($this->data('GET', "/sessions/$this->session/rows/$need/fits", 'fanny')['fits'], 'name'), 'two who need the same do not fit');
	}

	/** It is on the wall: what only the facilitator may see is not. */
	public function testOnlyWhatEveryMemberMaySeeFits(): void {
		$this->group('atelier', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']]);
		$offers = ['offers' => [['text' => 'Un atelier de cycle', 'terms' => ['velo']]], 'trades' => ['mécanicien cycle']];
		$this->data('PUT', '/members/me', 'odile', ['version' => $this->data('GET', '/members/me', 'odile')['version'], 'audience' => ['offers' => 'groups', 'trades' => 'groups']] + $offers);
		$this->data('PUT', "/members/{$this->cards['ida']}", 'fanny', ['version' => $this->data('GET', "/members/{$this->cards['ida']}", 'fanny')['version'], 'audience' => ['offers' => 'me', 'trades' => 'me']] + $offers);
		$need = $this->say('Marcel', 'need', 'Réparer ma bicyclette', ['terms' => ['velo']]);
		self::assertSame([], $this->data('GET', "/sessions/$this->session/rows/$need/fits", 'fanny')['fits']);
		$this->data('PUT', "/members/{$this->cards['ida']}", 'fanny', ['version' => $this->data('GET', "/members/{$this->cards['ida']}", 'fanny')['version'], 'audience' => ['offers' => 'members', 'trades' => 'members']]);
		self::assertSame(['Ida Roux'], array_column($this->data('GET', "/sessions/$this->session/rows/$need/fits", 'fanny')['fits'], 'name'));
	}
}
