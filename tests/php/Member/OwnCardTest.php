<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Editing the own card. */
class OwnCardTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
	}

	public function testOneLineMakesACardThatTheOthersSee(): void {
		$this->assertRefused(404, 'no_card', 'GET', '/members/me', 'alice');
		$card = $this->card('alice', ['seeks' => [['text' => 'Une grange où répéter', 'terms' => []]]]);
		self::assertSame('Alice', $card['name']);
		self::assertSame('published', $card['status']);
		self::assertSame('2026-11-24', $card['joined']);
		$page = $this->data('GET', '/members', 'bob');
		self::assertSame(1, $page['total']);
		self::assertSame('Une grange où répéter', $page['members'][0]['seeks']);
		$seen = $this->data('GET', "/members/{$card['id']}", 'bob');
		self::assertSame('Une grange où répéter', $seen['seeks'][0]['text']);
		self::assertArrayNotHasKey('audience', $seen);
	}

	public function testAPartialUpdateChangesOnlyThoseParts(): void {
		$card = $this->card('alice', ['drives' => 'Le vent', 'skills' => ['soudure']]);
		$saved = $this->data('PUT', "/members/{$card['id']}", 'alice', ['skills' => [], 'version' => $card['version']]);
		self::assertSame('Le vent', $saved['drives']);
		self::assertSame([], $saved['skills']);
		self::assertSame($card['version'] + 1, $saved['version']);
	}

	public function testAnOldVersionIsRefusedWithTheCurrentCard(): void {
		$card = $this->card('alice', ['drives' => 'Avant']);
		$this->data('PUT', '/members/me', 'alice', ['drives' => 'Entre-temps', 'version' => $card['version']]);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', '/members/me', 'alice', ['drives' => 'Trop tard', 'version' => $card['version']]);
		self::assertSame('Entre-temps', $refusal['current']['drives']);
		self::assertSame('Entre-temps', $this->data('GET', '/members/me', 'alice')['drives']);
	}

	public function testAConcurrentChangeIsNeverOverwritten(): void {
		$id = $this->card('alice', ['drives' => 'Avant'])['id'];
		$members = $this->kernel->get(MemberMapper::class);
		$service = $this->kernel->get(MemberService::class);
		$read = $members->findById($id);
		$service->save($members->findById($id), ['drives' => 'Entre-temps', 'version' => 1]);
		foreach ([1, 2] as $version) {
			try {
				$service->save(clone $read, ['drives' => 'Trop tard', 'version' => $version]);
				self::fail("version $version");
			} catch (ReasonException $e) {
				self::assertSame('stale_version', $e->reason);
			}
		}
		$card = $this->data('GET', '/members/me', 'alice');
		self::assertSame(['Entre-temps', 2], [$card['drives'], $card['version']]);
	}

	public function testASecondFirstCardIsTheSameConflict(): void {
		$this->card('alice', ['drives' => 'Première']);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', '/members/me', 'alice', ['drives' => 'Seconde', 'version' => 0]);
		self::assertSame('Première', $refusal['current']['drives']);
	}

	public function testTextsAreStoredUnchanged(): void {
		$text = "<b>gras</b> & \u{202E}droite\u{200B}vide 👩‍🌾 \"guillemets\" 'apostrophe' \\ %s {n}\nligne";
		$card = $this->card('alice', ['drives' => $text]);
		self::assertSame($text, $card['drives']);
		self::assertSame($text, $this->data('GET', "/members/{$card['id']}", 'bob')['drives']);
	}

	public static function badInput(): iterable {
		yield 'unknown field' => [['shoe_size' => 43], 'unknown_field', 'shoe_size'];
		yield 'status is not a part' => [['status' => 'published'], 'unknown_field', 'status'];
		yield 'uid is not a part' => [['uid' => 'bob'], 'unknown_field', 'uid'];
		yield 'text as a list' => [['drives' => ['a']], 'wrong_type', 'drives'];
		yield 'text as a number' => [['headline' => 3], 'wrong_type', 'headline'];
		yield 'text as null' => [['drives' => null], 'wrong_type', 'drives'];
		yield 'list as text' => [['skills' => 'soudure'], 'wrong_type', 'skills'];
		yield 'list as a map' => [['skills' => ['a' => 'b']], 'wrong_type', 'skills'];
		yield 'item without text' => [['seeks' => [['terms' => []]]], 'wrong_type', 'seeks.0.text'];
		yield 'item of another kind' => [['offers' => [['text' => 'x', 'kind' => 'gold']]], 'unknown_term', 'offers.0.kind'];
		yield 'item with more in it' => [['offers' => [['text' => 'x', 'price' => 3]]], 'unknown_field', 'offers.0.price'];
		yield 'over-long text' => [['headline' => str_repeat('é', 81)], 'too_long', 'headline'];
		yield '10,000 values' => [['values' => array_map(static fn (int $i): string => "V$i", range(1, 10000))], 'too_many', 'values'];
		yield 'unknown value' => [['values' => ['inconnue']], 'unknown_term', 'values.0'];
		yield 'unknown sector' => [['sectors' => ['arts-culture', 'nulle-part']], 'unknown_term', 'sectors.1'];
		yield 'over-long own sector' => [['sectors' => ['A' . str_repeat('a', 120)]], 'too_long', 'sectors.0'];
		yield 'unknown theme' => [['seeks' => [['text' => 'x', 'terms' => ['nulle-part']]]], 'unknown_term', 'seeks.0.terms.0'];
		yield 'sector of another list' => [['sectors' => ['enfants']], 'unknown_term', 'sectors.0'];
		yield 'unknown territory' => [['territories' => [['code' => '99999', 'kind' => 'commune']]], 'unknown_territory', 'territories.0'];
		yield 'code of another kind' => [['territories' => [['code' => '11206', 'kind' => 'epci']]], 'unknown_territory', 'territories.0'];
		yield 'path as a code' => [['territories' => [['code' => '../76', 'kind' => 'region']]], 'unknown_territory', 'territories.0'];
		yield 'unknown audience' => [['audience' => ['drives' => 'friends']], 'unknown_audience', 'audience.drives'];
		yield 'audience of no part' => [['audience' => ['name' => 'me']], 'unknown_field', 'audience.name'];
		yield 'control characters' => [['drives' => "a\0b"], 'bad_text', 'drives'];
		yield 'no name' => [['name' => " \u{200B} "], 'name_missing', 'name'];
		yield 'broken address' => [['contact' => ['email' => 'alice chez example']], 'bad_address', 'contact.email'];
		yield 'script as a website' => [['contact' => ['website' => 'javascript:alert(1)']], 'bad_address', 'contact.website'];
		yield 'unknown channel' => [['contact' => ['fax' => '01']], 'unknown_field', 'contact.fax'];
	}

	/** The preview of an import (src/member/import/addresses.ts) is held to the same. */
	public function testAddressesAreTakenOrRefused(): void {
		$addresses = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/addresses.json'), true, 4, JSON_THROW_ON_ERROR);
		$card = $this->card('alice', []);
		foreach (['email', 'website'] as $way) {
			foreach ($addresses[$way]['fits'] as $address) {
				$card = $this->data('PUT', '/members/me', 'alice', ['contact' => [$way => $address], 'version' => $card['version']]);
				self::assertSame($address, $card['contact'][$way]);
			}
			foreach ($addresses[$way]['unfit'] as $address) {
				$refusal = $this->assertRefused(400, 'bad_address', 'PUT', '/members/me', 'alice', ['contact' => [$way => $address], 'version' => $card['version']]);
				self::assertSame("contact.$way", $refusal['field'], $address);
			}
		}
	}

	#[DataProvider('badInput')]
	public function testBadInputIsRefusedAsAWhole(array $input, string $reason, string $field): void {
		$card = $this->card('alice', ['availability' => 'Le mardi']);
		$refusal = $this->assertRefused(400, $reason, 'PUT', '/members/me', 'alice', $input + ['availability' => 'Jamais', 'version' => $card['version']]);
		self::assertSame($field, $refusal['field']);
		self::assertSame($card, $this->data('GET', '/members/me', 'alice'));
	}

	public function testWithoutAVersionNothingIsWritten(): void {
		$card = $this->card('alice', ['drives' => 'Avant']);
		$this->assertRefused(400, 'version_missing', 'PUT', "/members/{$card['id']}", 'alice', ['drives' => 'Après']);
		$this->assertRefused(400, 'version_missing', 'PUT', "/members/{$card['id']}", 'alice', ['drives' => 'Après', 'version' => 'x']);
	}

	public function testABrokenBodyChangesNothing(): void {
		$card = $this->card('alice', ['drives' => 'Avant']);
		$reply = $this->kernel->request('PUT', self::API . '/members/me', 'alice', '{"drives": "Après"', ['content-type' => 'application/json']);
		self::assertGreaterThanOrEqual(400, $reply->status);
		self::assertLessThan(500, $reply->status);
		self::assertSame($card, $this->data('GET', '/members/me', 'alice'));
	}

	public function testPagesFollowEachOtherWithoutGapsOrDoubles(): void {
		foreach (['Zoé', 'élan', 'Abel', 'abel', 'Éric', 'Noé', '王'] as $i => $name) {
			$this->account("u$i");
			$this->card("u$i", ['name' => $name]);
		}
		$names = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members', 'bob', ['limit' => 2, 'cursor' => $cursor]);
			self::assertLessThanOrEqual(2, count($page['members']));
			self::assertSame(7, $page['total']);
			$names = [...$names, ...array_column($page['members'], 'name')];
			$cursor = $page['next'];
		} while ($cursor !== null);
		self::assertSame(['Abel', 'abel', 'élan', 'Éric', 'Noé', 'Zoé', '王'], $names);
	}

	public function testForeignCursorsAndLimitsAreRefused(): void {
		foreach (['x', 'W10', 'WyJhIl0', str_repeat('A', 5000), '%27'] as $cursor) {
			$this->assertRefused(400, 'bad_cursor', 'GET', '/members', 'bob', ['cursor' => $cursor]);
		}
		foreach ([0, -1, 101, 1000000, 'x'] as $limit) {
			$this->assertRefused(400, 'bad_limit', 'GET', '/members', 'bob', ['limit' => $limit]);
		}
	}

	public function testPauseHidesAndNothingIsLost(): void {
		$card = $this->card('alice', ['drives' => 'Le vent']);
		$paused = $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'paused', 'version' => $card['version']]);
		self::assertTrue($paused['can']['publish']);
		self::assertSame(0, $this->data('GET', '/members', 'bob')['total']);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", 'bob');
		$this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => $paused['version']]);
		self::assertSame('Le vent', $this->data('GET', "/members/{$card['id']}", 'bob')['drives']);
	}

	public function testAPublishedCardNeverBecomesADraftAgain(): void {
		$card = $this->card('alice');
		foreach (['draft', 'gone', '', null, ['published']] as $status) {
			$this->assertRefused(400, 'unknown_status', 'PUT', "/members/{$card['id']}/status", 'alice', ['status' => $status, 'version' => $card['version']]);
		}
	}

	public function testWithdrawingEndsMembershipsAndConsent(): void {
		$alice = $this->card('alice', ['drives' => 'Aux miens', 'audience' => ['drives' => 'groups']]);
		$bob = $this->card('bob');
		$this->group('eau', $alice, $bob);
		$seen = $this->data('GET', "/members/{$alice['id']}", 'bob');
		self::assertSame(['Groupe eau'], array_column($seen['together'], 'title'));
		self::assertSame('Aux miens', $seen['drives']);

		$gone = $this->data('PUT', "/members/{$alice['id']}/status", 'alice', ['status' => 'withdrawn', 'version' => $alice['version']]);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$alice['id']}", 'bob');
		$this->data('PUT', "/members/{$alice['id']}/status", 'alice', ['status' => 'published', 'version' => $gone['version']]);
		$seen = $this->data('GET', "/members/{$alice['id']}", 'bob');
		self::assertSame([], $seen['together']);
		self::assertArrayNotHasKey('drives', $seen);

		$export = $this->data('GET', "/members/{$alice['id']}/export", 'alice');
		self::assertSame(['card', 'card_ended', 'card'], array_column($export['consents'], 'what'));
		self::assertSame('left', $export['memberships'][0]['state']);
	}

	public function testDeletingLeavesNothing(): void {
		$alice = $this->card('alice', ['drives' => 'Effacez-moi']);
		$bob = $this->card('bob');
		$this->group('eau', $alice, $bob);
		self::assertNull($this->data('DELETE', '/members/me', 'alice'));
		$this->assertRefused(404, 'no_card', 'GET', '/members/me', 'alice');
		$this->assertNothingOf($alice['id'], 'Effacez-moi');
	}

	public function testADisabledAccountHidesItsCardUntilItIsEnabled(): void {
		$alice = $this->card('alice', ['drives' => 'Le vent']);
		$this->kernel->get(\OCP\IUserManager::class)->get('alice')->setEnabled(false);
		self::assertSame(0, $this->data('GET', '/members', 'bob')['total']);
		self::assertSame([], $this->data('GET', '/members', 'bob')['members']);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$alice['id']}", 'bob');
		$this->kernel->get(\OCP\IUserManager::class)->get('alice')->setEnabled(true);
		self::assertSame('Le vent', $this->data('GET', "/members/{$alice['id']}", 'bob')['drives']);
		self::assertSame(1, $this->data('GET', '/members', 'bob')['total']);
	}

	public function testTheCardIsDeletedWithTheAccount(): void {
		$alice = $this->card('alice', ['drives' => 'Effacez-moi']);
		$bob = $this->card('bob');
		$this->group('eau', $alice, $bob);
		$this->kernel->get(\OCP\IUserManager::class)->get('alice')->delete();
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$alice['id']}", 'bob');
		$this->assertNothingOf($alice['id'], 'Effacez-moi');
	}

	private function assertNothingOf(int $id, string $text): void {
		$db = $this->kernel->get(\OCP\IDBConnection::class);
		foreach (['reseau_members' => 'id', 'reseau_memberships' => 'member_id', 'reseau_consents' => 'member_id', 'reseau_claims' => 'member_id',
			'reseau_objects' => 'object_id', 'reseau_index' => 'object_id', 'reseau_facets' => 'object_id', 'reseau_facet_sets' => 'object_id', 'reseau_subjects' => 'object_id'] as $table => $column) {
			$rows = $db->getQueryBuilder()->select('*')->from($table)->executeQuery()->fetchAll();
			// Other types of objects have numbers of their own.
			$ofMembers = array_filter($rows, static fn (array $row): bool => ($row['object_type'] ?? 'member') === 'member');
			self::assertNotContains((string)$id, array_map(strval(...), array_column($ofMembers, $column)), $table);
			self::assertStringNotContainsStringIgnoringCase(explode('-', $text)[0], json_encode($rows, JSON_THROW_ON_ERROR), $table);
		}
	}

	public function testACardIsPreviewedAsSomeoneElseSeesIt(): void {
		$card = $this->card('alice', ['drives' => 'La laine', 'limits' => 'Pas le soir', 'headline' => 'Tisserande', 'audience' => ['drives' => 'members', 'limits' => 'groups', 'headline' => 'public']]);
		$seen = fn (string $as): array => array_keys(array_intersect_key($this->data('GET', "/members/{$card['id']}/preview?as=$as", 'alice'), ['headline' => 0, 'drives' => 0, 'limits' => 0]));
		self::assertSame([['headline'], ['headline', 'drives'], ['headline', 'drives', 'limits']], array_map($seen, ['visitor', 'member', 'groups']));
		foreach (['', 'me', 'Member'] as $as) {
			self::assertSame('as', $this->assertRefused(400, 'unknown_viewpoint', 'GET', "/members/{$card['id']}/preview?as=$as", 'alice')['field']);
		}
	}
}
