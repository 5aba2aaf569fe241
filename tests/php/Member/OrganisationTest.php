<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Integration\Demo\DemoCommand;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Member\Export\NetworkExport;
use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Cards of organisations: kept by a steward, never by an account of their own. */
class OrganisationTest extends NetworkTestCase {
	private const CONSENT = ['date' => '2026-11-20', 'how' => 'Odile Bayle, pour le bureau, de vive voix'];

	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
		$this->facilitator('fanny');
		$this->card('bob');
	}

	/**
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed> as its steward sees it
	 */
	private function organisation(array $parts = []): array {
		return $this->keptCard('alice', $parts + ['kind' => 'organisation', 'name' => 'Le Fournil partagé']);
	}

	public function testItIsADraftUntilItsAgreementIsRecorded(): void {
		$card = $this->data('POST', '/members', 'alice', ['kind' => 'organisation', 'name' => 'Le Fournil partagé'], 201);
		self::assertSame(['organisation', null, 'draft'], [$card['kind'], $card['uid'], $card['status']]);
		$this->assertRefused(422, 'consent_missing', 'PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => 1]);
		$this->data('POST', "/members/{$card['id']}/consent", 'alice', self::CONSENT);
		$shown = $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => 1]);
		self::assertSame(self::CONSENT, $shown['consent']);
		self::assertSame('organisation', $this->data('GET', "/members/{$card['id']}", 'bob')['kind']);
	}

	public function testAPersonsCardDoesNotSayItsKind(): void {
		self::assertArrayNotHasKey('kind', $this->keptCard('alice', ['kind' => 'person']));
		self::assertArrayNotHasKey('kind', $this->keptCard('alice'));
	}

	/** @return array<string, array{mixed}> */
	public static function unknownKinds(): array {
		return ['a word' => ['company'], 'none' => [''], 'a list' => [['organisation']], 'a number' => [1]];
	}

	#[DataProvider('unknownKinds')]
	public function testAnUnknownKindIsRefused(mixed $kind): void {
		$this->assertRefused(400, 'unknown_card_kind', 'POST', '/members', 'alice', ['name' => 'Quoi', 'kind' => $kind]);
	}

	public function testTheKindOfACardStays(): void {
		$card = $this->organisation();
		$this->assertRefused(400, 'unknown_field', 'PUT', "/members/{$card['id']}", 'alice', ['kind' => 'person', 'version' => $card['version']]);
		$this->assertRefused(400, 'unknown_field', 'PUT', '/members/me', 'alice', ['kind' => 'organisation', 'headline' => 'Moi', 'version' => 0]);
	}

	public function testItsContactDetailsAreForTheMembers(): void {
		$card = $this->organisation(['contact' => ['email' => 'fournil@example.org', 'phone' => '0400000000']]);
		self::assertSame(['members', 'me'], [$card['audience']['contact'], $card['audience']['phone']]);
		self::assertSame(['email' => 'fournil@example.org'], $this->data('GET', "/members/{$card['id']}", 'bob')['contact']);
	}

	public function testItCannotBeTakenOverByAnAccount(): void {
		$card = $this->organisation();
		self::assertFalse($card['can']['invite']);
		foreach (['alice', 'fanny'] as $host) {
			$this->assertRefused(422, 'only_people', 'POST', "/members/{$card['id']}/claim-link", $host, []);
		}
	}

	public function testItIsNotAskedByMail(): void {
		$card = $this->data('POST', '/members', 'alice', ['kind' => 'organisation', 'name' => 'Le Fournil', 'contact' => ['email' => 'fournil@example.org']], 201);
		self::assertFalse($card['can']['askConsent']);
		$this->assertRefused(422, 'only_people', 'GET', "/members/{$card['id']}/consent-mail", 'alice');
		$this->assertRefused(422, 'only_people', 'POST', "/members/{$card['id']}/consent-mail", 'alice', []);
		self::assertSame(['members' => [], 'total' => 0], $this->data('GET', '/members/kept/unasked', 'alice'));
		// Its address may be that of people, who could not be in the network any more.
		$this->assertRefused(422, 'only_people', 'POST', "/members/{$card['id']}/refusal", 'alice', []);
	}

	public function testItJoinsNoGroup(): void {
		$card = $this->organisation();
		$this->card('alice');
		$this->assertRefused(422, 'only_people', 'POST', '/groups', 'alice', ['title' => 'Vergers', 'facilitators' => [$card['id']], 'key' => 'v']);
		$group = $this->data('POST', '/groups', 'alice', ['title' => 'Vergers', 'facilitators' => [], 'key' => 'v'], 201)['id'];
		$this->assertRefused(422, 'only_people', 'POST', "/groups/$group/people", 'alice', ['memberId' => $card['id'], 'how' => 'De vive voix']);
		$this->assertRefused(422, 'only_people', 'POST', "/groups/$group/invitations", 'alice', ['memberId' => $card['id']]);
		$this->kernel->get(ImportFile::class)->loadData([['id' => 'fournil', 'kind' => 'organisation', 'name' => 'Le Fournil', 'consent' => self::CONSENT]]);
		$report = $this->kernel->get(ImportFile::class)->loadData([['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'memberships' => [['member' => 'fournil', 'role' => 'membre']]]]);
		self::assertSame(1, $report->counts()['skipped']);
	}

	public function testItGetsNeitherTheLetterNorACall(): void {
		$card = $this->organisation();
		$person = $this->keptCard('alice', ['name' => 'Sans Compte']);
		self::assertSame([$person['id']], array_column($this->data('GET', '/without-mail', 'alice')['people'], 'id'));
		$this->assertRefused(422, 'only_people', 'GET', "/members/{$card['id']}/call-sheet", 'alice');
		$this->assertRefused(422, 'only_people', 'GET', "/members/{$card['id']}/papers", 'alice');
		$this->assertRefused(422, 'only_people', 'PUT', "/members/{$card['id']}/letter", 'alice', ['wants' => true, 'date' => '2026-11-20', 'how' => 'Au téléphone']);
	}

	public function testItsCardPassesToAnotherSteward(): void {
		$card = $this->organisation();
		$this->data('PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => 'fanny']);
		self::assertTrue($this->data('GET', "/members/{$card['id']}", 'fanny')['can']['edit']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/members/{$card['id']}", 'alice', ['headline' => 'x', 'version' => $card['version'] + 1]);
	}

	public function testItIsImportedAndExported(): void {
		$row = ['id' => 'fournil', 'kind' => 'organisation', 'name' => 'Le Fournil', 'headline' => 'Un four à pain pour tous', 'consent' => self::CONSENT];
		$import = $this->kernel->get(ImportFile::class);
		self::assertSame(1, $import->loadData([$row])->counts()['made']);
		self::assertSame(1, $import->loadData([$row])->counts()['unchanged']);
		$out = array_column($this->kernel->get(NetworkExport::class)->export(), null, 'id')['fournil'];
		self::assertSame(['organisation', 'Le Fournil', 'published'], [$out['kind'], $out['name'], $out['status']]);
		$id = array_column($this->data('GET', '/members', 'bob', ['q' => 'fournil'])['members'], 'id')[0];
		self::assertSame('organisation', $this->data('GET', "/members/$id", 'bob')['kind']);

		$others = [
			['kind' => 'person', 'headline' => 'Autre'] + $row,
			['id' => 'loco', 'kind' => 'organisation', 'name' => 'Loco', 'account' => true, 'uid' => 'alice'],
			['id' => 'quoi', 'kind' => 'company', 'name' => 'Quoi'],
		];
		self::assertSame(['other_kind kind', 'only_people', 'unknown_card_kind kind'], array_column($import->loadData($others)->rows(), 'why'));
	}

	/** Nobody is taken for an organisation that has their name or address. */
	public function testAPersonWithItsAddressIsSomebodyElse(): void {
		$this->keptCard('fanny', ['kind' => 'organisation', 'name' => 'Rosa Delmas', 'contact' => ['email' => 'rosa@example.org']]);
		$row = ['name' => 'Rosa Delmas', 'contact' => ['email' => 'rosa@example.org']];
		$checked = $this->data('POST', '/imports/check', 'fanny', ['rows' => [
			['position' => 1, 'row' => $row],
			['position' => 2, 'row' => $row + ['kind' => 'organisation']],
			['position' => 3, 'row' => $row + ['kind' => ['x']]],
		]]);
		self::assertSame(['made', 'skipped', 'skipped'], array_column($checked['rows'], 'outcome'));
		self::assertSame(['has_card', 'unknown_card_kind'], array_column($checked['rows'], 'why'));
		self::assertNotSame($checked['rows'][0]['person'], $checked['rows'][1]['person']);
	}

	public function testItIsFoundLikePeopleAndCountedAsWhatItIs(): void {
		$card = $this->organisation(['headline' => 'Un four à pain', 'offers' => [['text' => 'Un four communal', 'terms' => ['permaculture'], 'kind' => 'equipment']]]);
		$person = $this->keptCard('alice', ['name' => 'Sans Compte', 'drives' => 'Le pain au four']);
		$choices = fn (array $criteria = []): array => array_column($this->data('GET', '/members/facets', 'bob', ['of' => 'kind'] + $criteria)['choices'], 'count', 'id');
		self::assertEquals(['account' => 1, 'kept' => 1, 'organisation' => 1], $choices());
		self::assertEquals(['kept' => 1, 'organisation' => 1], $choices(['q' => 'four']));
		$found = fn (string ...$kinds): array => array_column($this->data('GET', '/members', 'bob', ['q' => 'four', 'facet' => ['kind' => $kinds]])['members'], 'id');
		self::assertSame([$card['id']], $found('organisation'));
		self::assertSame([$person['id']], $found('account', 'kept'));
		self::assertSame('organisation', $this->data('GET', '/members', 'bob', ['q' => 'communal'])['members'][0]['kind']);

		$entries = array_column($this->kernel->request('GET', '/ocs/v2.php/search/providers/reseau-members/search', 'bob', ['term' => 'communal'])->data()['entries'], 'subline', 'title');
		self::assertSame(['Le Fournil partagé' => 'Organisation · Un four communal'], $entries);
	}

	public function testWhatItOffersMeetsWhatSomebodySeeks(): void {
		$this->load(['values' => [], 'themes' => [['id' => 'velo', 'fr' => 'Vélo', 'words' => ['vélo', 'bicyclette', 'cycle']]]]);
		$this->organisation(['headline' => 'Mécanique cycle', 'offers' => [['text' => 'Un atelier de vélo le samedi', 'terms' => ['velo'], 'kind' => 'skill']]]);
		$this->account('odile');
		$this->card('odile', ['seeks' => [['text' => 'Réparer vingt bicyclettes', 'terms' => ['velo']]]]);
		$matches = $this->data('GET', '/matches', 'odile')['matches'];
		self::assertSame([['Le Fournil partagé', 'organisation', 'Un atelier de vélo le samedi']], array_map(static fn (array $one): array => [$one['member']['name'], $one['member']['kind'], $one['offer']], $matches));
	}

	public function testWhatOneWritesToItGoesToItsSteward(): void {
		$card = $this->organisation(['contact' => ['email' => 'fournil@example.org']]);
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => 'Alice', 'kind' => 'organisation'], $this->data('GET', "/members/{$card['id']}/writing", 'bob'));
		$this->data('POST', "/members/{$card['id']}/conversations", 'bob', ['text' => 'Le four est-il libre samedi ?', 'key' => 'first-message'], 201);
		self::assertSame(1, count($this->data('GET', '/conversations', 'alice')['conversations']));
	}

	public function testItIsOnTheMapButNotCountedAsPeople(): void {
		$place = ['territories' => [['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux']]];
		$card = $this->organisation($place);
		foreach (range(1, 4) as $i) {
			$this->keptCard('alice', ['name' => "Sans Compte $i"] + $place);
		}
		$drawn = array_column($this->data('GET', '/map/network', 'bob')['members'], null, 'id');
		self::assertSame('organisation', $drawn[$card['id']]['kind']);
		self::assertCount(1, array_column($drawn, 'kind'));
		self::assertSame([], $this->data('GET', '/map/territories', 'bob'), 'four people are too few to be counted');
		$this->keptCard('alice', ['name' => 'Sans Compte 5'] + $place);
		self::assertSame([5, 5], array_column($this->data('GET', '/map/territories', 'bob'), 'count'));
	}

	public function testTheLetterSaysThatItIsOne(): void {
		$card = $this->organisation(['headline' => 'Un four à pain']);
		$letter = $this->data('POST', '/letters', 'fanny', [
			'kind' => 'letter', 'title' => 'Des nouvelles', 'language' => 'fr', 'from' => '2026-11-01', 'until' => '2026-11-30', 'readers' => ['kind' => 'all'], 'key' => 'letter-key',
		], 201);
		$passages = array_column($this->data('GET', "/letters/{$letter['id']}/passages", 'fanny')['passages'], null, 'id');
		self::assertSame(['Le Fournil partagé', 'Organisation · Un four à pain'], [$passages[$card['id']]['title'], $passages[$card['id']]['line']]);
	}

	public function testItsStewardIsAskedOnceAYearWhetherItIsStillTrue(): void {
		$card = $this->organisation();
		$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 30, 2027));
		self::assertTrue($this->data('GET', "/members/{$card['id']}", 'alice')['can']['confirm']);
		$this->data('POST', "/members/{$card['id']}/confirm", 'alice', []);
		self::assertFalse($this->data('GET', "/members/{$card['id']}", 'alice')['can']['confirm']);
	}

	public function testTheDemonstrationHasSomeWhereAskedTo(): void {
		$this->kernel = self::emptyKernel();
		$options = ['--create-accounts' => true, '--password' => 'Cordee-2026-oc', '--organisations' => true];
		self::assertStringContainsString('organisations: 3 made', $this->occ(DemoCommand::class, $options));
		self::assertStringContainsString('organisations: 0 made, 0 updated, 3 unchanged, 0 skipped', $this->occ(DemoCommand::class, $options));
		$found = $this->data('GET', '/members', 'anselme-ginoulhac', ['facet' => ['kind' => ['organisation']]])['members'];
		self::assertSame(['Garage solidaire La Bielle', 'La Manufacture ouverte', 'Terre à venir'], array_column($found, 'name'));
		self::assertSame(['uid' => 'anselme-ginoulhac', 'name' => 'Anselme Ginoulhac'], $found[2]['steward']);
	}
}
