<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\OwnPage\OwnCard;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** Rows of a table that was exported, changed and is imported again. */
#[Group('databases')]
class TableImportTest extends NetworkTestCase {
	private const CONSENT = ['date' => '2026-11-01', 'how' => 'Inscription à la journée'];

	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('fanny');
		$this->facilitator('felix');
		$this->account('alice');
	}

	public function testOnlyImportersGetKeys(): void {
		$yvon = $this->yvon();
		self::assertArrayNotHasKey('key', $this->handout('alice', $yvon));
		$mine = $this->handout('fanny', $yvon)['key'];
		$other = $this->handout('felix', $yvon)['key'];
		self::assertMatchesRegularExpression("/^$yvon-[b-z]{8}-[b-z]{8}\\z/", $mine);
		self::assertStringStartsWith("$other-", $mine);
	}

	public function testARowChangesWhatItNamesAndNothingElse(): void {
		$id = $this->yvon(['organisation' => 'La Borie', 'seeks' => [['text' => 'Une scie', 'terms' => [], 'kind' => 'equipment']]]);
		$before = $this->data('GET', "/members/$id", 'fanny');
		$row = ['id' => $this->handout('fanny', $id)['key'], 'organisation' => '', 'drives' => 'Le vent', 'contact' => ['website' => 'https://example.org'],
			// None of this comes by a table.
			'consent' => ['date' => '2026-11-02', 'how' => 'Tableau'], 'audience' => ['drives' => 'public'], 'status' => 'withdrawn', 'steward' => 'felix', 'account' => true, 'uid' => 'alice'];
		self::assertSame(['updated', $id], $this->outcome($this->check('fanny', $row)));
		self::assertSame($before, $this->data('GET', "/members/$id", 'fanny'), 'a dry run');
		self::assertSame(['updated', $id], $this->outcome($this->import('fanny', $row)));
		$after = $this->data('GET', "/members/$id", 'fanny');
		self::assertSame(['', 'Le vent'], [$after['organisation'], $after['drives']]);
		self::assertSame(['email' => 'yvon@example.org', 'phone' => '01 99 00 11 06', 'website' => 'https://example.org'], $this->sorted($after['contact']));
		$changed = ['organisation' => 0, 'drives' => 0, 'contact' => 0, 'version' => 0, 'updated' => 0];
		self::assertSame(array_diff_key($before, $changed), array_diff_key($after, $changed));
		self::assertSame(['unchanged', $id], $this->outcome($this->import('fanny', $row)), 'twice');
		self::assertSame('updated', $this->import('fanny', ['name' => 'Yvon Roux', 'id' => $row['id']])['outcome'], 'the same table goes on');
	}

	public function testACardEditedTakenOverOrKeptByOthersStays(): void {
		$edited = $this->yvon(['name' => 'Éditée']);
		$key = $this->handout('fanny', $edited)['key'];
		$card = $this->data('GET', "/members/$edited", 'fanny');
		$this->data('PUT', "/members/$edited", 'fanny', ['drives' => 'Le vent', 'version' => $card['version']]);
		self::assertSame('edited_since', $this->import('fanny', ['id' => $key, 'drives' => 'Autre'])['why']);
		self::assertSame('unchanged', $this->import('fanny', ['id' => $key])['outcome'], 'nothing was changed in the table');
		self::assertSame('updated', $this->import('fanny', ['id' => $this->handout('fanny', $edited)['key'], 'drives' => 'Autre'])['outcome'], 'a table made since');

		$own = $this->yvon(['name' => 'Elle-même']);
		$member = $this->kernel->get(MemberMapper::class)->findById($own);
		self::assertNotNull($member);
		$this->kernel->get(OwnCard::class)->save($member, ['drives' => 'Mes mots', 'was-drives' => OwnCard::seen('')]);
		self::assertSame('own_words', $this->import('fanny', ['id' => $this->handout('fanny', $own)['key'], 'drives' => 'Autre'])['why']);
		self::assertSame('Mes mots', $this->data('GET', "/members/$own", 'fanny')['drives']);

		$passed = $this->yvon(['name' => 'Passée']);
		$key = $this->handout('fanny', $passed)['key'];
		$this->data('PUT', "/members/$passed/steward", 'fanny', ['uid' => 'felix']);
		self::assertSame('kept_by_other', $this->import('fanny', ['id' => $key, 'drives' => 'Autre'])['why']);

		$alice = $this->card('alice')['id'];
		self::assertSame('has_account', $this->import('fanny', ['id' => $this->handout('fanny', $alice)['key'], 'drives' => 'Autre'])['why']);
	}

	public function testHiddenErasedAndUnknownCardsAreTheSame(): void {
		$erased = $this->yvon(['name' => 'Effacée']);
		$hidden = $this->yvon(['name' => 'Retirée']);
		$keys = [$this->handout('felix', $erased)['key'], $this->handout('felix', $hidden)['key']];
		$this->data('DELETE', "/members/$erased", 'fanny');
		$this->data('PUT', "/members/$hidden/status", 'fanny', ['status' => 'withdrawn', 'version' => $this->data('GET', "/members/$hidden", 'fanny')['version']]);
		foreach ($keys as $key) {
			self::assertSame(['position' => 1, 'outcome' => 'skipped', 'why' => 'not_shown'], array_diff_key($this->check('felix', ['id' => $key, 'name' => 'Autre']), ['person' => 0]));
		}
	}

	public function testAnIdOfAnotherNetworkIsAnIdLikeAnyOther(): void {
		$id = $this->yvon();
		foreach (["$id", "$id-bcdfghjk", "$id-bcdfghjk-bcdfghjk", "{$this->handout('fanny', $id)['key']}x"] as $i => $foreign) {
			self::assertSame($i < 3 ? 'made' : 'edited_since', $this->check('fanny', ['id' => $foreign, 'name' => "Nouvelle $i", 'drives' => 'x'])['why'] ?? 'made');
		}
	}

	public function testTwoRowsOfOneCardAreOne(): void {
		$id = $this->yvon();
		$key = $this->handout('fanny', $id)['key'];
		$import = $this->data('POST', '/imports', 'fanny', ['hash' => str_repeat('0e', 32), 'total' => 2, 'mapping' => '{}', 'answers' => '{}'], 201)['import']['id'];
		$rows = $this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => [
			['position' => 1, 'row' => ['id' => $key, 'drives' => 'Un']],
			['position' => 2, 'row' => ['id' => substr($key, 0, -9), 'drives' => 'Deux']],
		]])['rows'];
		self::assertSame([['updated', ''], ['skipped', 'duplicate_row']], array_map(static fn (array $row): array => [$row['outcome'], $row['why'] ?? ''], $rows));
	}

	public function testWhatATableNeverHoldsIsNotOverwrittenByOne(): void {
		$id = $this->yvon();
		$key = $this->handout('fanny', $id)['key'];
		self::assertSame(['hidden_part', 'contact.phone'], $this->refusal($this->check('fanny', ['id' => $key, 'contact' => ['phone' => '02']])));
		$card = $this->data('GET', "/members/$id", 'fanny');
		$this->data('PUT', "/members/$id", 'fanny', ['audience' => ['drives' => 'me'], 'drives' => 'Le vent', 'version' => $card['version']]);
		$key = $this->handout('fanny', $id)['key'];
		self::assertSame(['hidden_part', 'drives'], $this->refusal($this->check('fanny', ['id' => $key, 'drives' => 'Autre'])));
		self::assertSame(['too_long', 'headline'], $this->refusal($this->check('fanny', ['id' => $key, 'headline' => str_repeat('z', 81)])));
		self::assertSame(['bad_text', 'name'], $this->refusal($this->check('fanny', ['id' => $key, 'name' => "\u{0}"])));
	}

	public function testAnIdThatADatabaseWouldCutIsRefused(): void {
		self::assertSame(['bad_text', 'id'], $this->refusal($this->check('fanny', ['id' => "abc\0x", 'name' => 'Yvon'])));
	}

	public function testTheKindOfACardStays(): void {
		$id = $this->yvon();
		$key = $this->handout('fanny', $id)['key'];
		self::assertSame(['other_kind', 'kind'], $this->refusal($this->check('fanny', ['id' => $key, 'kind' => 'organisation', 'drives' => 'Le vent'])));
		self::assertSame(['unknown_card_kind', 'kind'], $this->refusal($this->check('fanny', ['id' => $key, 'kind' => 'société'])));
		self::assertSame('updated', $this->check('fanny', ['id' => $key, 'kind' => 'person', 'drives' => 'Le vent'])['outcome']);
		$fournil = $this->yvon(['kind' => 'organisation', 'name' => 'Le Fournil']);
		$handout = $this->handout('fanny', $fournil);
		self::assertSame('organisation', $handout['kind']);
		self::assertSame(['other_kind', 'kind'], $this->refusal($this->check('fanny', ['id' => $handout['key'], 'kind' => 'person'])));
		self::assertSame('updated', $this->check('fanny', ['id' => $handout['key'], 'drives' => 'Le pain'])['outcome']);
	}

	public function testUndoRestoresWhatNobodyChangedSince(): void {
		$id = $this->yvon(['organisation' => 'La Borie']);
		$key = $this->handout('fanny', $id)['key'];
		$before = $this->data('GET', "/members/$id", 'fanny');
		$this->import('fanny', ['id' => $key, 'name' => 'Yvonne', 'organisation' => '', 'contact' => ['email' => 'autre@example.org']]);
		$stored = json_encode($this->table(), JSON_THROW_ON_ERROR);
		self::assertStringNotContainsString('Borie', $stored);
		$import = $this->data('GET', '/imports', 'fanny')[0]['id'];
		$undone = $this->data('POST', "/imports/$import/undo", 'fanny')['rows'];
		self::assertSame(['undone'], array_column($undone, 'outcome'));
		$after = $this->data('GET', "/members/$id", 'fanny');
		$moved = ['version' => 0, 'updated' => 0];
		self::assertSame(array_diff_key($before, $moved), array_diff_key($after, $moved));
		self::assertSame([], array_filter(array_column($this->table(), 'earlier')), 'not kept any longer');

		$this->import('fanny', ['id' => $key, 'name' => 'Yvette'], '1e');
		$this->import('fanny', ['id' => $key, 'name' => 'Yves'], '2e');
		[$last, $first] = array_column($this->data('GET', '/imports', 'fanny'), 'id');
		self::assertSame('edited_since', $this->data('POST', "/imports/$first/undo", 'fanny')['rows'][0]['why'], 'a later import changed it');
		self::assertSame('undone', $this->data('POST', "/imports/$last/undo", 'fanny')['rows'][0]['outcome']);
		self::assertSame('Yvette', $this->data('GET', "/members/$id", 'fanny')['name']);
		$this->data('DELETE', "/members/$id", 'fanny');
		self::assertSame([], array_filter(array_column($this->table(), 'earlier')), 'what an erased card said is erased');
	}

	public function testUndoDoesNotBringBackWhatWasRefusedSince(): void {
		$id = $this->yvon();
		$this->import('fanny', ['id' => $this->handout('fanny', $id)['key'], 'contact' => ['email' => '']]);
		// By a person who has this address, not by the card.
		$this->kernel->get(Refusals::class)->remember(['email' => 'yvon@example.org'], true);
		$import = $this->data('GET', '/imports', 'fanny')[0]['id'];
		$row = $this->data('POST', "/imports/$import/undo", 'fanny')['rows'][0];
		self::assertSame(['updated', 'refused'], [$row['outcome'], $row['why']]);
		self::assertArrayNotHasKey('email', $this->data('GET', "/members/$id", 'fanny')['contact']);
	}

	public function testUndoLeavesACardWhoseEarlierWordsCanNoLongerBeRead(): void {
		$id = $this->yvon();
		$this->import('fanny', ['id' => $this->handout('fanny', $id)['key'], 'name' => 'Yvonne']);
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_import_rows` SET earlier = 'of another key' WHERE earlier IS NOT NULL");
		$import = $this->data('GET', '/imports', 'fanny')[0]['id'];
		$row = $this->data('POST', "/imports/$import/undo", 'fanny')['rows'][0];
		self::assertSame(['updated', 'not_readable'], [$row['outcome'], $row['why']]);
		self::assertSame('Yvonne', $this->data('GET', "/members/$id", 'fanny')['name']);
	}

	/**
	 * @param array<string, mixed> $more
	 * @return int a card that fanny imported and keeps
	 */
	private function yvon(array $more = []): int {
		static $file = 0;
		$row = $more + ['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org', 'phone' => '01 99 00 11 06'], 'consent' => self::CONSENT];
		return $this->import('fanny', ['id' => 'rang ' . ++$file] + $row)['member'];
	}

	/** @return array<string, mixed> */
	private function handout(string $uid, int $id): array {
		return $this->data('GET', '/members/handouts', $uid, ['ids' => [$id]])['members'][0];
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private function check(string $uid, array $row): array {
		return $this->data('POST', '/imports/check', $uid, ['rows' => [['position' => 1, 'row' => $row, 'anyway' => true]]])['rows'][0];
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private function import(string $uid, array $row, string $hash = '0f'): array {
		$import = $this->data('POST', '/imports', $uid, ['hash' => str_repeat($hash, 32), 'total' => 1, 'mapping' => '{}', 'answers' => '{}'], 201)['import']['id'];
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 1);
		return $this->data('POST', "/imports/$import/rows", $uid, ['rows' => [['position' => 1, 'row' => $row, 'anyway' => true]]])['rows'][0];
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array{string, ?int}
	 */
	private function outcome(array $row): array {
		return [$row['outcome'], $row['member'] ?? null];
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array{string, string}
	 */
	private function refusal(array $row): array {
		return [$row['why'] ?? '', $row['field'] ?? ''];
	}

	/**
	 * @param array<string, string> $contact
	 * @return array<string, string>
	 */
	private function sorted(array $contact): array {
		ksort($contact);
		return $contact;
	}

	/** @return list<array<string, mixed>> the rows of the journal; the latest last */
	private function table(): array {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		return $qb->select('*')->from('reseau_import_rows')->orderBy('id')->executeQuery()->fetchAll();
	}
}
