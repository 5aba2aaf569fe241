<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\Command\ExportCommand;
use OCA\Reseau\Integration\Command\ImportCommand;
use OCA\Reseau\Integration\Demo\DemoCommand;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Member\Export\NetworkExport;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\NetworkTexts;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Symfony\Component\Console\Command\Command;

/** Files in, files out. */
#[Group('databases')]
class ImportTest extends NetworkTestCase {
	private const ROW = ['id' => 'zoe', 'name' => 'Zoé', 'account' => true, 'drives' => 'Le vent', 'joined' => '2025-01-02'];
	private const KEPT = [
		'id' => 'yvon', 'name' => 'Yvon', 'account' => false, 'steward' => 'alice', 'joined' => '2025-01-02',
		'contact' => ['email' => null, 'phone' => '01 99 00 11 06'], 'consent' => ['date' => '2025-01-01', 'how' => 'Signé sur papier'],
	];

	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
	}

	public function testTheDemoNetworkIsImportedWithItsAccountsAndASecondTimeChangesNothing(): void {
		self::assertStringContainsString('48 made', $this->demo());
		self::assertSame(48, $this->data('GET', '/members', 'alice')['total']);
		$again = $this->demo();
		self::assertStringContainsString('accounts: 0 made', $again);
		self::assertMatchesRegularExpression('/members: 0 made, 0 updated, 48 unchanged, 0 skipped/', $again);
		self::assertStringContainsString('groups: 0 made, 0 updated, 60 unchanged, 0 skipped', $again);
		self::assertStringContainsString('announcements: 0 made, 0 updated, 20 unchanged, 0 skipped', $again);
		self::assertSame(15, $this->data('GET', '/notices', 'alice')['total']);
		$yamina = $this->byName('Yamina Ould-Saïd', 'alice');
		self::assertSame('Zohra Mekhloufi', $yamina['steward']['name']);
	}

	public function testTheAccountsOfTheDemoNetworkHaveTheNamesInTheFile(): void {
		$names = dirname(__DIR__, 2) . '/fixtures/accounts.json';
		$options = ['--create-accounts' => true, '--password' => 'Cordee-2026-oc', '--accounts' => $names];
		self::assertStringContainsString('accounts: 40 made', $this->occ(DemoCommand::class, $options));
		foreach (json_decode((string)file_get_contents($names), true) as $id => $uid) {
			self::assertSame($uid, $this->data('GET', '/members/me', $uid)['uid'], $id);
		}
		self::assertSame('zohra.mekhloufi@example.org', $this->byName('Yamina Ould-Saïd', 'alice')['steward']['uid']);
		self::assertTrue($this->data('GET', '/library', '30417')['can']['deposit'], 'who facilitates, by a name that is a number');
		self::assertStringContainsString('accounts: 0 made', $this->occ(DemoCommand::class, $options));
		$this->occ(DemoCommand::class, ['--accounts' => __FILE__], Command::FAILURE);
	}

	public function testThePasswordOfTheDemoNetworkComesFromTheEnvironmentWhereItIsAskedFor(): void {
		$options = ['--create-accounts' => true, '--password-from-env' => true];
		try {
			putenv('OC_PASS');
			self::assertStringContainsString('OC_PASS', $this->occ(DemoCommand::class, $options, Command::FAILURE));
			putenv('OC_PASS=Draille-2026-oc');
			self::assertStringContainsString('accounts: 40 made', $this->occ(DemoCommand::class, $options));
		} finally {
			putenv('OC_PASS');
		}
		self::assertNotFalse($this->kernel->get(IUserManager::class)->checkPassword('maelle-roumegous', 'Draille-2026-oc'));
		self::assertFalse($this->kernel->get(IUserManager::class)->checkPassword('maelle-roumegous', 'Cordee-2026-oc'));
	}

	public function testAFileOfAnEarlierVersionHasAudiences(): void {
		$this->load([['visibility' => ['headline' => 'me'], 'headline' => 'Pour moi'] + self::KEPT]);
		$this->account('felix');
		self::assertArrayNotHasKey('headline', $this->byName('Yvon', 'felix'));
	}

	public function testTextsAndPhoneNumbersAreUnchanged(): void {
		$this->load([self::KEPT]);
		$card = $this->byName('Yvon', 'alice');
		self::assertSame([['phone' => '01 99 00 11 06'], 1], [$card['contact'], $card['version']]);
		self::assertSame(['date' => '2025-01-01', 'how' => 'Signé sur papier'], $card['consent']);
		self::assertSame('2025-01-02', $card['joined']);
	}

	public function testACardIsLinkedToTheAccountOfItsNameAsSoonAsThereIsOne(): void {
		$report = $this->kernel->get(ImportFile::class)->loadData([self::ROW]);
		self::assertSame([['row' => 'member: zoe', 'outcome' => 'made', 'why' => 'no_such_account']], $report->rows());
		self::assertSame(0, $this->data('GET', '/members', 'alice')['total'], 'nobody has agreed to it yet');
		$this->account('zoe');
		$this->load([self::ROW]);
		self::assertSame('Le vent', $this->data('GET', '/members/me', 'zoe')['drives']);
		self::assertSame('published', $this->data('GET', '/members/me', 'zoe')['status']);
	}

	public function testChangesByAPersonAreNeverOverwritten(): void {
		$this->account('zoe');
		$this->load([self::ROW]);
		$card = $this->data('GET', '/members/me', 'zoe');
		$this->data('PUT', '/members/me', 'zoe', ['drives' => 'La pluie', 'version' => $card['version']]);
		$report = $this->kernel->get(ImportFile::class)->loadData([['drives' => 'Autre'] + self::ROW]);
		self::assertSame([['row' => 'member: zoe', 'outcome' => 'skipped', 'why' => 'edited_since']], $report->rows());
		self::assertSame('La pluie', $this->data('GET', '/members/me', 'zoe')['drives']);
	}

	public function testErasedCardsAreNotImportedAgain(): void {
		$this->account('zoe');
		$this->load([self::ROW]);
		$this->data('DELETE', '/members/me', 'zoe');
		$report = $this->kernel->get(ImportFile::class)->loadData([self::ROW]);
		self::assertSame([['row' => 'member: zoe', 'outcome' => 'skipped', 'why' => 'erased']], $report->rows());
		self::assertSame(0, $this->data('GET', '/members', 'alice')['total']);
	}

	public function testPausedAndWithdrawnCardsStayHiddenAfterAMove(): void {
		$this->account('zoe');
		$this->account('ugo');
		foreach (['zoe' => 'paused', 'ugo' => 'withdrawn', 'alice' => 'published'] as $uid => $status) {
			$card = $this->card($uid, ['contact' => ['phone' => "01 $uid"], 'audience' => ['phone' => 'me']]);
			if ($status !== 'published') {
				$this->data('PUT', "/members/{$card['id']}/status", $uid, ['status' => $status, 'version' => $card['version']]);
			}
		}
		$rows = $this->kernel->get(NetworkExport::class)->export();
		$again = $this->kernel->get(ImportFile::class)->loadData(json_decode(json_encode($rows, JSON_THROW_ON_ERROR), true));
		self::assertSame(3, $again->counts()['skipped'], 'the same network has them already');
		parent::setUp();
		array_map($this->account(...), ['alice', 'zoe', 'ugo']);
		$this->facilitator('fanny');
		$this->load(json_decode(json_encode($rows, JSON_THROW_ON_ERROR), true));
		self::assertSame(['Alice'], array_column($this->data('GET', '/members', 'fanny')['members'], 'name'));
		self::assertSame('paused', $this->data('GET', '/members/me', 'zoe')['status']);
		self::assertSame('withdrawn', $this->data('GET', '/members/me', 'ugo')['status']);
		self::assertSame(0, $this->data('GET', '/members/kept', 'fanny')['total']);
		self::assertArrayNotHasKey('contact', $this->byName('Alice', 'fanny'));
	}

	public function testABadMembershipIsSkippedWithItsReason(): void {
		$this->load([self::KEPT]);
		$report = $this->kernel->get(ImportFile::class)->loadData([[
			'id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'memberships' => [
				['member' => 'yvon', 'role' => 'membre', 'from' => 'au printemps 2027'],
				['member' => 'yvon', 'role' => str_repeat('r', 256)],
				['member' => 'personne', 'role' => 'membre'],
			],
		], ['id' => 'air', 'title' => str_repeat('A', 256), 'purpose' => '']]);
		self::assertSame(['', 'bad_date from', 'too_long role', 'unknown_member', 'too_long'], array_column($report->rows(), 'why'));
	}

	public function testUneditedCardsAreUpdated(): void {
		$this->account('zoe');
		$this->load([self::ROW]);
		$report = $this->kernel->get(ImportFile::class)->loadData([['drives' => 'Autre'] + self::ROW]);
		self::assertSame(1, $report->counts()['updated']);
		self::assertSame('Autre', $this->data('GET', '/members/me', 'zoe')['drives']);
	}

	public function testABadRowIsSkippedWithItsReasonAndTheOthersAreImported(): void {
		$report = $this->kernel->get(ImportFile::class)->loadData([
			self::KEPT,
			['id' => 'xena', 'name' => 'Xéna', 'sectors' => ['nulle-part']],
			['name' => 'Sans identifiant'],
			['id' => 'walid', 'name' => 'Walid', 'consent' => ['date' => '31/12/2025', 'how' => 'Oral']],
			['id' => 'vera', 'name' => str_repeat('V', 121)],
			['id' => 'ugo', 'name' => 'Ugo', 'values' => array_map(static fn (int $i): string => "V$i", range(1, 10000))],
			'rien',
			['id' => 'tess', 'name' => 'Tess', 'contact' => ['email' => 'tess(at)example']],
			['id' => 'sami', 'name' => 'Sami', 'contact' => ['email' => 'yvon@example.org']],
		]);
		self::assertSame(['made' => 3, 'updated' => 0, 'unchanged' => 0, 'skipped' => 6], $report->counts());
		self::assertSame(
			['', 'unknown_term sectors.0', 'id_missing', 'bad_date consent.date', 'too_long name', 'too_many values', 'id_missing', 'bad_address contact.email', ''],
			array_column($report->rows(), 'why'),
		);
		self::assertSame(['Yvon'], array_column($this->data('GET', '/members', 'alice')['members'], 'name'));
	}

	public function testAnAddressThatIsNoneDeletesNoneThatTheCardHas(): void {
		$import = fn (string $email, string $drives): array => $this->kernel->get(ImportFile::class)->loadData([
			['id' => 'tess', 'name' => 'Tess', 'drives' => $drives, 'account' => true, 'contact' => ['email' => $email, 'phone' => '05 63 00 00 00']],
		])->counts();
		$this->account('tess');
		$import('tess@example.org', 'Les haies');
		self::assertSame(1, $import('tess(at)example', 'Le four')['updated']);
		$card = $this->data('GET', '/members/me', 'tess');
		self::assertSame(['tess@example.org', '05 63 00 00 00', 'Le four'], [$card['contact']['email'], $card['contact']['phone'], $card['drives']]);
	}

	public function testABrokenFileIsRefusedWithTheReason(): void {
		$file = (string)tempnam(sys_get_temp_dir(), 'reseau');
		file_put_contents($file, "[\n\t{\"id\": \"yvon\",\n\t\"name\": \"Yvon\"\n\t\"account\": false}\n]\n");
		$output = $this->occ(ImportCommand::class, ['files' => [$file]], Command::FAILURE);
		self::assertStringContainsString("$file is not JSON: Syntax error. Nothing of it was imported.", $output);
		file_put_contents($file, '3');
		self::assertStringContainsString('neither members nor groups nor a vocabulary', $this->occ(ImportCommand::class, ['files' => [$file]], Command::FAILURE));
		unlink($file);
		self::assertSame(0, $this->data('GET', '/members', 'alice')['total']);
		self::assertStringContainsString('cannot be read', $this->occ(ImportCommand::class, ['files' => [$file]], Command::FAILURE));
	}

	public function testAByteOrderMarkIsAccepted(): void {
		$report = $this->kernel->get(ImportFile::class)->load(self::asFile("\u{FEFF}" . json_encode([self::KEPT], JSON_THROW_ON_ERROR)));
		self::assertSame(1, $report->counts()['made']);
	}

	public function testAnExportCanBeImportedElsewhere(): void {
		$this->demo();
		$folder = sys_get_temp_dir() . '/reseau-export-' . bin2hex(random_bytes(4));
		mkdir($folder);
		$this->kernel->get(Network::class)->setText(NetworkTexts::WELCOME, 'Bienvenue : commencez par une phrase.');
		$this->occ(ExportCommand::class, ['path' => $folder, '--lists' => true]);
		$files = ["$folder/vocabulary.json", "$folder/members.json", "$folder/groups.json"];
		self::assertSame(0600, fileperms($files[1]) & 0777);
		$before = $this->seenBy('alice');
		$notices = (string)file_get_contents("$folder/notices.json");
		$meetings = (string)file_get_contents("$folder/meetings.json");
		parent::setUp();
		$this->account('alice');
		foreach (json_decode((string)file_get_contents($files[1]), true, 64, JSON_THROW_ON_ERROR) as $member) {
			if ($member['account']) {
				$this->account($member['id']);
			}
		}
		self::assertStringContainsString('48 made', $this->occ(ImportCommand::class, ['files' => $files]));
		self::assertSame($before, $this->seenBy('alice'));
		self::assertStringContainsString('20 made', $this->occ(ImportCommand::class, ['files' => ["$folder/notices.json"]]));
		self::assertStringContainsString('7 made', $this->occ(ImportCommand::class, ['files' => ["$folder/meetings.json"]]));
		self::assertStringContainsString('0 made, 0 updated, 7 unchanged', $this->occ(ImportCommand::class, ['files' => ["$folder/meetings.json"]]));
		$this->occ(ExportCommand::class, ['path' => $folder, '--lists' => true]);
		self::assertSame($notices, file_get_contents("$folder/notices.json"));
		self::assertSame($meetings, file_get_contents("$folder/meetings.json"));
		self::assertStringContainsString('2 made', $this->occ(ImportCommand::class, ['files' => ["$folder/network.json"]]));
		$network = $this->kernel->get(Network::class);
		self::assertSame(['Cordée d’Oc', 'Bienvenue : commencez par une phrase.'], [$network->ownName(), $network->welcome()]);
		// A network that has its own keeps it; a text that is none is refused.
		$network->setText(NetworkTexts::WELCOME, 'Entrez.');
		self::assertStringContainsString('0 made, 0 updated, 2 unchanged', $this->occ(ImportCommand::class, ['files' => ["$folder/network.json"]]));
		self::assertSame('Entrez.', $network->welcome());
		$network->setText(NetworkTexts::WELCOME, '');
		foreach ([['welcome' => ['a']], ['welcome' => str_repeat('a', 1001)], ['name' => "a\0b"]] as $bad) {
			self::assertSame(1, $this->kernel->get(ImportFile::class)->loadData($bad)->counts()['skipped'], json_encode($bad, JSON_THROW_ON_ERROR));
		}
		self::assertSame('', $network->welcome());
		// Three of the links are with files, which do not come along.
		self::assertStringContainsString('5 made, 0 updated, 0 unchanged, 3 skipped', $this->occ(ImportCommand::class, ['files' => ["$folder/links.json"]]));
		array_map(unlink(...), [...$files, "$folder/links.json", "$folder/notices.json", "$folder/meetings.json", "$folder/network.json"]);
		rmdir($folder);
	}

	/** @return list<array<string, mixed>> every card, without ids that differ between databases */
	private function seenBy(string $uid): array {
		return array_map(
			static fn (array $card): array => array_diff_key($card, ['id' => 0, 'updated' => 0, 'version' => 0, 'steward' => 0]),
			$this->cards($uid),
		);
	}

	/** @return array<string, mixed> */
	private function byName(string $name, string $uid): array {
		return array_column($this->cards($uid), null, 'name')[$name];
	}

	/** @return list<array<string, mixed>> every card as an account sees it, by name */
	private function cards(string $uid): array {
		$members = $this->data('GET', '/members', $uid, ['limit' => 100])['members'];
		return array_map(fn (array $summary): array => $this->data('GET', "/members/{$summary['id']}", $uid), $members);
	}
}
