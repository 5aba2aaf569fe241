<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Import\Identity;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use RuntimeException;

/** Rows that a facilitator brings from the page. */
#[Group('databases')]
class PageImportTest extends NetworkTestCase {
	private const CONSENT = ['date' => '2026-11-01', 'how' => 'Inscription à la journée'];
	private const OUTCOMES = ['made' => 0, 'updated' => 0, 'unchanged' => 0, 'skipped' => 0, 'undone' => 0];

	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('fanny');
		$this->facilitator('felix');
		$this->account('alice');
	}

	public function testAnImportedCardIsKeptByTheImporterAndShownAfterConsent(): void {
		$rows = $this->import('fanny', [
			['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org', 'phone' => '01 99 00 11 06'], 'consent' => self::CONSENT],
			['name' => 'Zoé'],
		]);
		self::assertSame(['made', 'made'], array_column($rows, 'outcome'));
		$yvon = $this->data('GET', "/members/{$rows[0]['member']}", 'fanny');
		self::assertSame(['published', 'fanny', self::CONSENT], [$yvon['status'], $yvon['steward']['uid'], $yvon['consent']]);
		self::assertSame(['groups', 'me', 'members'], [$yvon['audience']['contact'], $yvon['audience']['phone'], $yvon['audience']['seeks']]);
		self::assertSame('draft', $this->data('GET', "/members/{$rows[1]['member']}", 'fanny')['status']);
		self::assertSame(['Yvon'], array_column($this->data('GET', '/members', 'alice')['members'], 'name'));
		self::assertStringNotContainsString('yvon', $yvon['ref']);
		self::assertSame('fanny', $this->kernel->get(ConsentMapper::class)->inForce($rows[0]['member'])?->getByUid());
	}

	public function testADryRunReturnsTheSameAndWritesNothing(): void {
		$this->card('alice');
		$file = [
			['name' => 'Yvon'],
			['name' => 'ALICE'],
			['name' => 'Zoé', 'headline' => str_repeat('z', 10_000)],
			['name' => ' '],
			['name' => 'Wanda', 'consent' => ['date' => '2026-13-01', 'how' => 'Oral']],
			['name' => 'Viktor', 'consent' => ['date' => '2027-01-01', 'how' => 'Oral']],
			['name' => 'Ugo', 'contact' => ['email' => 'pas une adresse']],
			['name' => '<script>alert(1)</script>', 'drives' => '=HYPERLINK("x")'],
		];
		$checked = $this->data('POST', '/imports/check', 'fanny', ['rows' => self::numbered($file)])['rows'];
		self::assertSame(0, $this->data('GET', '/members/kept', 'fanny')['total']);
		self::assertSame([], $this->data('GET', '/imports', 'fanny'));
		self::assertSame(
			['', 'has_account', 'too_long headline', 'name_missing name', 'bad_date consent.date', 'bad_date consent.date', 'bad_address contact.email', ''],
			array_map(static fn (array $row): string => trim(($row['why'] ?? '') . ' ' . ($row['field'] ?? '')), $checked),
		);
		$imported = $this->import('fanny', $file);
		$outcome = static fn (array $row): array => array_intersect_key($row, ['position' => 0, 'outcome' => 0, 'why' => 0, 'field' => 0]);
		self::assertSame(array_map($outcome, $checked), array_map($outcome, $imported));
		$card = $this->data('GET', "/members/{$imported[7]['member']}", 'fanny');
		self::assertSame(['<script>alert(1)</script>', '=HYPERLINK("x")'], [$card['name'], $card['drives']], 'texts are kept to the letter');
	}

	public function testARowWithAZeroByteInADateIsRefusedAndTheImportEnds(): void {
		$rows = $this->import('fanny', [['name' => 'Yvon', 'consent' => ['date' => "2026-11-01\u{0000}", 'how' => 'Oral']], ['name' => 'Zoé', 'confirmed' => "2026-11-01\u{0000}"], ['name' => 'Xéna']]);
		self::assertSame(['bad_date', 'bad_date', null], array_map(static fn (array $row): ?string => $row['why'] ?? null, $rows));
		self::assertSame('finished', $this->data('GET', '/imports', 'fanny')[0]['state']);
	}

	public function testASecondImportChangesNothingAndACorrectedFileUpdates(): void {
		$file = [
			['name' => 'Yvon', 'contact' => ['email' => 'Yvon@example.org'], 'consent' => self::CONSENT],
			['name' => 'Zoé', 'organisation' => 'La Borie'],
			['id' => 'x1', 'name' => 'Xéna'],
		];
		$first = $this->import('fanny', $file);
		$again = $this->import('fanny', $file);
		self::assertSame(['unchanged', 'unchanged', 'unchanged'], array_column($again, 'outcome'));
		self::assertSame(array_column($first, 'member'), array_column($again, 'member'));
		$corrected = $this->import('fanny', [
			['name' => 'YVON', 'contact' => ['email' => 'YVON@example.org']],
			['name' => 'zoe', 'organisation' => 'la borie', 'drives' => 'Le vent'],
			['id' => 'x1', 'name' => 'Xéna Prat'],
		]);
		self::assertSame(['updated', 'updated', 'updated'], array_column($corrected, 'outcome'));
		$yvon = $this->data('GET', "/members/{$first[0]['member']}", 'fanny');
		self::assertSame(['YVON', 'published'], [$yvon['name'], $yvon['status']], 'the agreement given before still holds');
		self::assertSame(3, $this->data('GET', '/members/kept', 'fanny')['total']);
	}

	public function testAPersonTwiceInAFileIsImportedOnceAndTheOtherReported(): void {
		$rows = $this->import('fanny', [
			['name' => 'Yvon Roux', 'contact' => ['email' => 'yvon@example.org']],
			['name' => 'ROUX Yvon', 'contact' => ['email' => 'YVON@example.org']],
			['name' => 'Yvon Roux'],
		]);
		self::assertSame(['made', 'skipped', 'skipped'], array_column($rows, 'outcome'));
		self::assertSame(['duplicate_row', 1], [$rows[1]['why'], $rows[1]['first']]);
		self::assertSame(['has_card', $rows[0]['member']], [$rows[2]['why'], $rows[2]['member']]);
	}

	public function testTwoPeopleWhoShareAnAddressBothComeAndTheDoubtIsReported(): void {
		$file = [
			['name' => 'Josette Bru', 'contact' => ['email' => 'les.bru@example.org'], 'drives' => 'Les haies'],
			['name' => 'Marcel Bru', 'contact' => ['email' => 'Les.Bru@example.org'], 'drives' => 'Le pain'],
			['name' => 'Les Greniers', 'kind' => 'organisation', 'contact' => ['email' => 'les.bru@example.org']],
		];
		$rows = $this->import('fanny', $file);
		self::assertSame(['made', 'made', 'made'], array_column($rows, 'outcome'));
		self::assertSame([null, 'same_address', null], array_map(static fn (array $row): ?string => $row['why'] ?? null, $rows));
		self::assertCount(3, array_unique(array_column($rows, 'member')));
		$drives = fn (int $at): array => array_intersect_key($this->data('GET', "/members/{$rows[$at]['member']}", 'fanny'), ['name' => 0, 'drives' => 0]);
		self::assertSame([['name' => 'Josette Bru', 'drives' => 'Les haies'], ['name' => 'Marcel Bru', 'drives' => 'Le pain']], [$drives(0), $drives(1)]);

		$again = $this->import('fanny', $file);
		self::assertSame(['unchanged', 'unchanged', 'unchanged'], array_column($again, 'outcome'));
		self::assertSame(array_column($rows, 'member'), array_column($again, 'member'));

		$third = $this->data('POST', '/imports/check', 'fanny', ['rows' => self::numbered([['name' => 'Odette Bru', 'contact' => ['email' => 'les.bru@example.org']]])])['rows'][0];
		self::assertSame(['made', 'same_address', $rows[0]['member']], [$third['outcome'], $third['why'], $third['member']]);
	}

	public function testACardThatAnEarlierVersionKnewByItsAddressAloneIsRecognisedByItsName(): void {
		$row = ['name' => 'Josette Bru', 'contact' => ['email' => 'les.bru@example.org']];
		$made = $this->import('fanny', [$row])[0]['member'];
		$member = $this->kernel->get(MemberMapper::class)->findById($made);
		$member->setRef($this->kernel->get(Identity::class)->byAddress('fanny', $row)[0]);
		$this->kernel->get(MemberMapper::class)->update($member);
		$rows = $this->import('fanny', [['name' => 'Bru Josette', 'drives' => 'Les haies'] + $row, ['name' => 'Marcel Bru'] + $row]);
		self::assertSame(['updated', 'made'], array_column($rows, 'outcome'));
		self::assertSame($made, $rows[0]['member']);
	}

	public function testNobodyIsLeftOutForAnAddressThatIsNone(): void {
		$rows = $this->import('fanny', [
			['name' => 'Yvon', 'contact' => ['email' => 'yvon(at)example', 'phone' => '05 63 00 00 00', 'website' => 'la borie']],
			['name' => 'Zoé', 'contact' => ['email' => 'néant']],
			['name' => 'Xéna', 'contact' => ['email' => 'néant', 'website' => 'https://example.org']],
			['name' => 'Walid', 'contact' => ['email' => str_repeat('w', 250) . '@example.org']],
		]);
		self::assertSame(['made', 'made', 'made', 'made'], array_column($rows, 'outcome'));
		self::assertSame(['bad_address'], array_values(array_unique(array_column($rows, 'why'))));
		self::assertSame(['contact.email contact.website', 'contact.email', 'contact.email', 'contact.email'], array_column($rows, 'field'));
		self::assertSame(['phone' => '05 63 00 00 00'], $this->data('GET', "/members/{$rows[0]['member']}", 'fanny')['contact']);
		self::assertSame(['website' => 'https://example.org'], $this->data('GET', "/members/{$rows[2]['member']}", 'fanny')['contact']);
	}

	public function testAnAddressThatIsNoneDoesNotHideThatAnotherIsShared(): void {
		$rows = $this->import('fanny', [
			['name' => 'Anne', 'contact' => ['email' => 'famille@example.org']],
			['name' => 'Paul', 'contact' => ['email' => 'famille@example.org', 'website' => 'la borie']],
		]);
		self::assertSame(['made', 'same_address', 'contact.website'], [$rows[1]['outcome'], $rows[1]['why'], $rows[1]['field'] ?? null]);
	}

	public function testANamesakeIsCreatedOnRequest(): void {
		$alice = $this->card('alice');
		$file = self::numbered([['name' => 'Alice', 'organisation' => 'Ailleurs']]);
		$checked = $this->data('POST', '/imports/check', 'fanny', ['rows' => $file])['rows'][0];
		self::assertSame(['has_account', $alice['id']], [$checked['why'], $checked['member']]);
		$file[0]['anyway'] = true;
		$import = $this->start('fanny', 1);
		self::assertSame('made', $this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => $file])['rows'][0]['outcome']);
		unset($file[0]['anyway']);
		self::assertSame('unchanged', $this->data('POST', '/imports/check', 'fanny', ['rows' => $file])['rows'][0]['outcome']);
	}

	public function testAnImportDoesNotRevealHiddenData(): void {
		$alice = $this->card('alice', ['name' => 'Alice Vidal', 'contact' => ['email' => 'alice@example.org'], 'audience' => ['contact' => 'me']]);
		$this->import('felix', [['name' => 'Brouillon Caché', 'contact' => ['email' => 'cache@example.org']], ['id' => 'secret', 'name' => 'Autre Caché']]);
		$probe = [
			['name' => 'Vidal Alice', 'contact' => ['email' => 'alice@example.org']],
			['name' => 'Brouillon Caché'],
			['name' => 'Encore', 'contact' => ['email' => 'cache@example.org']],
			['id' => 'secret', 'name' => 'Toujours'],
		];
		self::assertSame(['made', 'made', 'made', 'made'], array_column($this->data('POST', '/imports/check', 'fanny', ['rows' => self::numbered($probe)])['rows'], 'outcome'));
		self::assertSame(['made', 'made', 'made', 'made'], array_column($this->import('fanny', $probe), 'outcome'));
		$this->data('PUT', '/members/me', 'alice', ['version' => $alice['version'], 'audience' => ['contact' => 'members']]);
		$checked = $this->data('POST', '/imports/check', 'felix', ['rows' => self::numbered([$probe[0]])])['rows'][0];
		self::assertSame(['has_account', $alice['id']], [$checked['why'], $checked['member']], 'shown to members, it may be compared with');
		$paused = $this->data('GET', '/members/me', 'alice');
		$this->data('PUT', "/members/{$alice['id']}/status", 'alice', ['status' => 'paused', 'version' => $paused['version']]);
		$checked = $this->data('POST', '/imports/check', 'felix', ['rows' => self::numbered([['name' => 'Alice Vidal'], $probe[0]])])['rows'];
		self::assertSame(['made', 'made'], array_column($checked, 'outcome'));
	}

	public function testTheKeyOfAPersonDiffersBetweenImporters(): void {
		$row = self::numbered([['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']]]);
		$of = fn (string $uid): string => $this->data('POST', '/imports/check', $uid, ['rows' => $row])['rows'][0]['person'];
		self::assertSame($of('fanny'), $of('fanny'));
		self::assertNotSame($of('fanny'), $of('felix'));
	}

	public function testNeitherAccountsNorTheirCardsAreTouched(): void {
		$alice = $this->card('alice', ['drives' => 'Le vent']);
		$rows = $this->import('fanny', [
			['id' => 'alice', 'account' => true, 'name' => 'Autre nom', 'drives' => 'La pluie'],
			['id' => 'q', 'uid' => 'alice', 'account' => true, 'name' => 'Encore un nom', 'steward' => 'alice'],
			['id' => 'nina', 'account' => true, 'name' => 'Nina', 'steward' => 'felix', 'audience' => ['phone' => 'public', 'drives' => 'groups']],
			// As files of earlier versions call it.
			['name' => 'Oskar', 'visibility' => ['phone' => 'public', 'drives' => 'groups']],
		]);
		self::assertSame(['has_account', 'has_account', '', ''], array_map(static fn (array $row): string => $row['why'] ?? '', $rows));
		$nina = $this->data('GET', "/members/{$rows[2]['member']}", 'fanny');
		self::assertSame([null, 'fanny', 'me', 'groups'], [$nina['uid'], $nina['steward']['uid'], $nina['audience']['phone'], $nina['audience']['drives']]);
		$oskar = $this->data('GET', "/members/{$rows[3]['member']}", 'fanny');
		self::assertSame(['me', 'groups'], [$oskar['audience']['phone'], $oskar['audience']['drives']]);
		$this->account('nina');
		self::assertSame(404, $this->ask('GET', '/members/me', 'nina')->status);
		self::assertSame($alice['version'], $this->data('GET', '/members/me', 'alice')['version']);
	}

	public function testChangedCardsAreKeptAndErasedOnesAreNotImported(): void {
		$file = [['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']], ['name' => 'Zoé', 'contact' => ['email' => 'zoe@example.org']]];
		$rows = $this->import('fanny', $file);
		$yvon = $this->data('GET', "/members/{$rows[0]['member']}", 'fanny');
		$this->data('PUT', "/members/{$yvon['id']}", 'fanny', ['drives' => 'Le vent', 'version' => $yvon['version']]);
		$this->data('DELETE', "/members/{$rows[1]['member']}", 'fanny');
		$file[0]['drives'] = 'Autre';
		$again = $this->import('fanny', $file);
		self::assertSame(['edited_since', 'erased'], array_column($again, 'why'));
		self::assertSame('Le vent', $this->data('GET', "/members/{$yvon['id']}", 'fanny')['drives']);
		self::assertSame('erased', $this->import('felix', [$file[1]])[0]['why'], 'no matter who imports the address again');
	}

	public function testAPersonWhoRefusedIsNotImportedByAnyAccount(): void {
		$row = ['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']];
		$member = $this->kernel->get(MemberMapper::class)->findById($this->import('fanny', [$row])[0]['member']);
		self::assertNotNull($member);
		$this->kernel->get(Refusals::class)->remember($member->contactDetails(), true);
		$this->data('POST', "/imports/{$this->data('GET', '/imports', 'fanny')[0]['id']}/undo", 'fanny');
		$again = [['position' => 1, 'row' => ['contact' => ['email' => 'YVON@example.org']] + $row, 'anyway' => true]];
		foreach (['fanny', 'felix'] as $uid) {
			self::assertSame('refused', $this->data('POST', '/imports/check', $uid, ['rows' => $again])['rows'][0]['why']);
		}
	}

	public function testAnImportContinuesWhereItStoppedAndEndsByItself(): void {
		$file = self::numbered(array_map(static fn (int $i): array => ['name' => "Personne $i"], range(1, 5)));
		$import = $this->start('fanny', 5);
		$this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => array_slice($file, 0, 3)]);
		self::assertSame($import, $this->start('fanny', 5), 'the same file');
		$again = $this->data('POST', '/imports', 'fanny', self::begun(5), 201);
		self::assertSame(['running', 3, 'réponses'], [$again['import']['state'], $again['import']['done'], $again['import']['answers']]);
		self::assertSame([1, 2, 3], array_column($again['rows'], 'position'));
		$rest = $this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => array_slice($file, 2)]);
		self::assertSame(['finished', 5, ''], [$rest['import']['state'], $rest['import']['done'], $rest['import']['answers']]);
		self::assertSame(['made', 'made', 'made'], array_column($rest['rows'], 'outcome'), 'the third keeps its outcome');
		self::assertSame(5, $this->data('GET', '/members/kept', 'fanny')['total']);
		$this->assertRefused(409, 'import_over', 'POST', "/imports/$import/rows", 'fanny', ['rows' => $file]);
		self::assertSame(404, $this->ask('GET', "/imports/$import", 'felix')->status, 'no one else’s');
		self::assertNotSame($import, $this->start('fanny', 5), 'a finished one is not begun again');
	}

	public function testAbandoningAnImportEndsItToo(): void {
		$import = $this->start('fanny', 2);
		$this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => self::numbered([['name' => 'Yvon']])]);
		self::assertSame('finished', $this->data('POST', "/imports/$import/finish", 'fanny')['state']);
	}

	/** Stopped at a random statement, before a row, in the middle of its transaction or at its end, fifty times: nothing lost, nothing twice. */
	public function testKilledAtARandomMomentFiftyTimesNothingIsLostOrTwice(): void {
		$rows = self::numbered(self::mixedFile());
		$whole = $this->finishImport($rows);
		$cards = $this->keptBy('fanny');
		self::assertGreaterThan(30, count($cards));
		self::assertGreaterThan(10, count(array_filter($whole, static fn (array $row): bool => $row['outcome'] === 'skipped')));

		$this->setUp();
		mt_srand(50);
		$killed = 0;
		for ($try = 0; $killed < 50; $try++) {
			self::assertLessThan(5000, $try);
			$import = $this->data('POST', '/imports', 'fanny', self::begun(count($rows)), 201);
			$done = array_column($import['rows'], 'position');
			$left = array_values(array_filter($rows, static fn (array $row): bool => !in_array($row['position'], $done, true)));
			// Now and then rows that were taken already are sent again: their answer had not come.
			$sent = array_slice(mt_rand(0, 3) === 0 ? $rows : $left, 0, 6);
			$this->killAfter(mt_rand(1, count($left) > 20 ? 90 : 12));
			$killed += $this->ask('POST', "/imports/{$import['import']['id']}/rows", 'fanny', ['rows' => $sent])->status === 500 ? 1 : 0;
			$this->killAfter(null);
			self::assertSame('running', $this->data('GET', "/imports/{$import['import']['id']}", 'fanny')['import']['state'], "killed $killed times only");
		}
		self::assertSame(self::unnumbered($whole), self::unnumbered($this->finishImport($rows)));
		self::assertSame($cards, $this->keptBy('fanny'));
		self::assertCount(1, $this->data('GET', '/imports', 'fanny'));
	}

	public function testUndoingDeletesUnchangedCardsAndReportsTheOthers(): void {
		$this->import('fanny', [['name' => 'Ancienne', 'organisation' => 'A']]);
		$rows = $this->import('fanny', [
			['name' => 'Ancienne', 'organisation' => 'A', 'drives' => 'Le vent'],
			['name' => 'Yvon', 'consent' => self::CONSENT],
			['name' => 'Zoé', 'contact' => ['email' => 'zoe@example.org']],
			['name' => 'Passée'],
		]);
		$yvon = $this->data('GET', "/members/{$rows[1]['member']}", 'fanny');
		$this->data('PUT', "/members/{$yvon['id']}", 'fanny', ['drives' => 'Le vent', 'version' => $yvon['version']]);
		$this->data('PUT', "/members/{$rows[3]['member']}/steward", 'fanny', ['uid' => 'felix']);
		$id = $this->data('GET', '/imports', 'fanny')[0]['id'];
		$undone = $this->data('POST', "/imports/$id/undo", 'fanny', ['after' => 0]);
		self::assertSame([[1, 'updated', 'changed_by_list'], [2, 'made', 'edited_since'], [3, 'undone', ''], [4, 'made', 'edited_since']], array_map(
			static fn (array $row): array => [$row['position'], $row['outcome'], $row['why'] ?? ''],
			$undone['rows'],
		));
		self::assertSame(['undone', null, ['made' => 2, 'undone' => 1, 'updated' => 1] + self::OUTCOMES], [
			$undone['import']['state'], $undone['next'], [...$undone['import']['counts']] + self::OUTCOMES,
		]);
		self::assertSame('Le vent', $this->data('GET', "/members/{$rows[0]['member']}", 'fanny')['drives'], 'a list may have changed who sees it');
		self::assertSame(404, $this->ask('GET', "/members/{$rows[2]['member']}", 'fanny')->status);
		self::assertEqualsCanonicalizing(['Ancienne', 'Yvon'], array_column($this->data('GET', '/members/kept', 'fanny')['members'], 'name'));
		self::assertSame('made', $this->import('fanny', [['name' => 'Zoé', 'contact' => ['email' => 'zoe@example.org']]])[0]['outcome'], 'a mistake is no will to be forgotten');
	}

	public function testUndoingManyContinuesWhereItStopped(): void {
		$rows = array_map(static fn (int $i): array => ['name' => "Personne $i"], range(1, 60));
		$import = $this->start('fanny', 60);
		foreach (array_chunk(self::numbered($rows), 50) as $some) {
			$this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => $some]);
		}
		$first = $this->data('POST', "/imports/$import/undo", 'fanny');
		self::assertSame([50, 50], [$first['next'], count($first['rows'])]);
		$second = $this->data('POST', "/imports/$import/undo", 'fanny', ['after' => $first['next']]);
		self::assertSame([null, 10, 60], [$second['next'], count($second['rows']), $second['import']['counts']['undone']]);
		self::assertSame(0, $this->data('GET', '/members/kept', 'fanny')['total']);
	}

	public function testAfterAMonthOnlyTheReadingOfTheColumnsIsRemembered(): void {
		$import = $this->start('fanny', 2);
		$this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => self::numbered([['name' => 'Yvon']])]);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 30 * 86_400 + 1);
		self::assertSame('running', $this->data('GET', '/imports', 'fanny')[0]['state'], 'a GET changes nothing');
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame([], $this->data('GET', '/imports', 'felix'));
		$closed = $this->data('GET', '/imports', 'fanny')[0];
		self::assertSame(['closed', '', '', 'colonnes', 0], [$closed['state'], $closed['hash'], $closed['answers'], $closed['mapping'], $closed['done']]);
		$this->assertRefused(409, 'import_over', 'POST', "/imports/$import/undo", 'fanny');
		self::assertSame(1, $this->data('GET', '/members/kept', 'fanny')['total'], 'the cards stay');
	}

	public function testTheJournalHasNoContentOfTheFileAndIsDeletedWithTheAccount(): void {
		$this->import('fanny', [['id' => 'numero-secret', 'name' => 'Yvon Secret', 'contact' => ['email' => 'secret@example.org']]]);
		$stored = json_encode([$this->table('reseau_imports'), $this->table('reseau_import_rows')], JSON_THROW_ON_ERROR);
		self::assertStringNotContainsStringIgnoringCase('secret', $stored);
		self::assertStringContainsString('fanny', $stored);
		$this->kernel->get(\OCP\IUserManager::class)->get('fanny')?->delete();
		self::assertSame([[], []], [$this->table('reseau_imports'), $this->table('reseau_import_rows')]);
	}

	public function testANoteInTheLastLineOfASheetIsARowLikeAnyOther(): void {
		$import = $this->start('fanny', 2);
		$rows = [['position' => 1, 'row' => ['name' => 'A']], ['position' => 1_048_576, 'row' => ['name' => 'B']]];
		self::assertSame([1, 1_048_576], array_column($this->data('POST', '/imports/check', 'fanny', ['rows' => $rows])['rows'], 'position'));
		self::assertSame(['made', 'made'], array_column($this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => $rows])['rows'], 'outcome'));
	}

	public function testAnInvalidImportIsRefusedAsAWhole(): void {
		$import = $this->start('fanny', 2);
		foreach ([
			['wrong_type', 'rows', 'x'],
			['wrong_type', 'rows.0', ['x']],
			['wrong_type', 'rows.0.position', [['position' => 0, 'row' => []]]],
			['wrong_type', 'rows.0.position', [['row' => []]]],
			['wrong_type', 'rows.1.position', [['position' => 1, 'row' => ['name' => 'A']], ['position' => 1, 'row' => ['name' => 'B']]]],
			['wrong_type', 'rows.0.row', [['position' => 1, 'row' => 'x']]],
			['too_many', 'rows', array_fill(0, 51, ['position' => 1, 'row' => []])],
		] as [$reason, $field, $rows]) {
			foreach (['/imports/check', "/imports/$import/rows"] as $path) {
				self::assertSame($field, $this->assertRefused(400, $reason, 'POST', $path, 'fanny', ['rows' => $rows])['field']);
			}
		}
		foreach ([['hash' => 'x'], ['total' => 0], ['total' => '3'], ['mapping' => null], ['mapping' => str_repeat('x', 20_001)], ['answers' => "\u{0}"]] as $wrong) {
			self::assertSame(array_key_first($wrong), $this->data('POST', '/imports', 'fanny', $wrong + self::begun(2), 400)['field']);
		}
		$this->assertRefused(400, 'too_many', 'POST', '/imports', 'fanny', ['total' => 10_001] + self::begun(2));
		$this->data('POST', '/imports', 'fanny', ['total' => 10_000] + self::begun(2), 201);
		self::assertSame(0, $this->data('GET', '/members/kept', 'fanny')['total']);
		$this->assertRefused(403, 'not_yours', 'GET', '/imports', 'alice');
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array<string, mixed>> what became of each
	 */
	private function import(string $uid, array $rows): array {
		$import = $this->start($uid, count($rows));
		return $this->data('POST', "/imports/$import/rows", $uid, ['rows' => self::numbered($rows)])['rows'];
	}

	private function start(string $uid, int $total): int {
		return $this->data('POST', '/imports', $uid, self::begun($total), 201)['import']['id'];
	}

	/** @return array<string, mixed> */
	private static function begun(int $total): array {
		return ['hash' => str_repeat('0f', 32), 'total' => $total, 'mapping' => 'colonnes', 'answers' => 'réponses'];
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array{position: int, row: array<string, mixed>}>
	 */
	private static function numbered(array $rows): array {
		return array_map(static fn (int $i, array $row): array => ['position' => $i + 1, 'row' => $row], array_keys($rows), $rows);
	}

	/**
	 * @param list<array{position: int, row: array<string, mixed>}> $rows
	 * @return list<array<string, mixed>> the whole report
	 */
	private function finishImport(array $rows): array {
		$import = $this->start('fanny', count($rows));
		foreach (array_chunk($rows, 50) as $some) {
			$this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => $some]);
		}
		return $this->data('GET', "/imports/$import", 'fanny')['rows'];
	}

	/** @return list<array<string, mixed>> people, the same twice, namesakes, wrong ones and some who are there */
	private static function mixedFile(): array {
		$rows = [];
		for ($i = 0; $i < 60; $i++) {
			$rows[] = match ($i % 10) {
				3 => ['name' => "Personne $i", 'contact' => ['email' => 'personne' . ($i - 1) . '@example.org']],
				5 => ['name' => 'Personne ' . ($i - 1), 'drives' => "Encore $i"],
				7 => ['name' => "Personne $i", 'headline' => str_repeat('x', 200)],
				8 => ['id' => "n$i", 'name' => "Personne $i", 'values' => ["Valeur $i"], 'consent' => self::CONSENT],
				default => [
					'name' => "Personne $i", 'contact' => ['email' => "personne$i@example.org"], 'consent' => self::CONSENT,
					'seeks' => [['text' => "Un terrain $i", 'terms' => ['permaculture']]],
				],
			};
		}
		return $rows;
	}

	/** @return list<array<string, mixed>> every card an account keeps, without ids that differ between databases */
	private function keptBy(string $uid): array {
		$cards = $this->data('GET', '/members/kept', $uid, ['limit' => 100]);
		self::assertNull($cards['next']);
		return array_map(static fn (array $card): array => array_diff_key($card, ['id' => 0, 'ref' => 0]), $cards['members']);
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array<string, mixed>>
	 */
	private static function unnumbered(array $rows): array {
		return array_map(static fn (array $row): array => array_diff_key($row, ['member' => 0]), $rows);
	}

	/** After this number of statements none reaches the database any more; null: all do again. */
	private function killAfter(?int $statements): void {
		$database = $this->kernel->get(IDBConnection::class);
		$database->watch = $statements === null ? null : static function () use (&$statements): void {
			if ($statements-- <= 0) {
				throw new RuntimeException('killed');
			}
		};
	}

	/** @return list<array<string, mixed>> */
	private function table(string $name): array {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		return $qb->select('*')->from($name)->executeQuery()->fetchAll();
	}
}
