<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Portable;

use FilesystemIterator;
use OCA\Reseau\Integration\Command\ExportCommand;
use OCA\Reseau\Integration\Command\ImportNetworkCommand;
use OCA\Reseau\Integration\Command\PurgeCommand;
use OCA\Reseau\Integration\Portable\ExportNetwork;
use OCA\Reseau\Integration\Portable\ImportNetwork;
use OCA\Reseau\Integration\Portable\NetworkStream;
use OCA\Reseau\Integration\Portable\NewFile;
use OCA\Reseau\Integration\Portable\Tables;
use OCA\Reseau\Integration\Removal\OwnTables;
use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Member\Card\ErasedMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\Endpoints\Endpoint;
use OCA\Reseau\Tests\Endpoints\Examples;
use OCA\Reseau\Tests\Endpoints\StageTestCase;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Files\IRootFolder;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Security\ICrypto;
use OCP\User\Events\UserLoggedInEvent;
use PHPUnit\Framework\Attributes\Group;
use Random\Engine\Mt19937;
use Random\Randomizer;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use Symfony\Component\Console\Command\Command;
use Throwable;

/** The file of a whole network: nothing is forgotten in it, it restores an equal network, and nothing half. */
#[Group('databases')]
class NetworkFileTest extends StageTestCase {
	protected const PEOPLE = 4;

	/** Endpoints that take most of the network away. */
	private const ENDS = ['member-delete', 'member-deleteMine', 'member-refuse', 'settings-setFacilitator'];

	private string $folder;

	protected function setUp(): void {
		parent::setUp();
		$this->account('root', ['admin']);
		$this->folder = sys_get_temp_dir() . '/reseau-network-' . bin2hex(random_bytes(4));
		mkdir($this->folder);
	}

	protected function tearDown(): void {
		array_map(unlink(...), glob("$this->folder/*") ?: []);
		rmdir($this->folder);
		parent::tearDown();
	}

	public function testEveryTableIsInTheFileOrNamedWithAReason(): void {
		$this->stage();
		$this->act(1);
		$names = $this->kernel->get(OwnTables::class)->names();
		$columns = $this->columns();
		foreach ([Tables::LEFT_OUT, Tables::ONLY_HERE] as $reasons) {
			self::assertSame([], array_diff(array_keys($reasons), $names));
			self::assertSame([], array_filter($reasons, static fn (string $why): bool => trim($why) === ''));
		}
		foreach ([Tables::ENCRYPTED, Tables::RUNS, Tables::OF_THAT_NEXTCLOUD, array_map(array_keys(...), Tables::FILES), Tables::KEEPERS, Tables::KEYS] as $named) {
			foreach ($named as $table => $these) {
				self::assertSame([], array_diff($these, $columns[$table]), $table);
			}
		}
		// More than one step reads.
		$this->kernel->get(ErasedMapper::class)->remember(...array_map(static fn (int $n): string => "erased $n", range(1, 1200)));
		$in = array_count_values(array_column($this->lines($this->export('a')), 0));
		$stored = array_diff_key($this->kernel->get(OwnTables::class)->counts(), Tables::LEFT_OUT);
		self::assertEquals($stored, array_diff_key($in, ['setting' => 0, 'preference' => 0]));
		self::assertGreaterThan(38, count($stored));
		// Whatever is encrypted by now can only be read here.
		$crypto = $this->kernel->get(ICrypto::class);
		foreach ($this->lines("$this->folder/a") as [$table, $row]) {
			foreach ($row as $column => $value) {
				try {
					$plain = $crypto->decrypt((string)$value);
				} catch (Throwable) {
					$plain = null;
				}
				self::assertNull($plain, "$table.$column is encrypted in the file");
			}
		}
		// The settings too.
		$keys = array_column($this->kernel->get(IDBConnection::class)->doctrine->fetchAllAssociative("SELECT configkey FROM oc_appconfig WHERE appid = 'reseau'"), 'configkey');
		$known = [...array_keys(Tables::SETTINGS), ...array_keys(Tables::OTHER_SETTINGS)];
		self::assertSame([], array_diff($keys, $known));
		self::assertSame([], array_diff(self::settings(), $known));
		self::assertSame([], array_diff(array_keys(Tables::SETTINGS), self::settings()));
		self::assertSame([], array_diff(array_keys(Tables::SETTINGS_ONLY_HERE), array_keys(Tables::SETTINGS)));
	}

	public function testWhatIsImportedIsWhatWasExported(): void {
		foreach ([1, 2] as $seed) {
			$this->stage();
			$this->keptCard(self::person(0), ['kind' => 'organisation', 'name' => 'Le Fournil']);
			$this->act($seed);
			$seen = $this->seen();
			$a = $this->export("a$seed");
			self::assertSame(0600, fileperms($a) & 0777);
			self::assertContains('organisation', array_column(array_column($this->lines($a), 1), 'kind'));
			$this->occ(PurgeCommand::class, ['--network' => $this->kernel->get(Network::class)->name()]);
			$this->kernel->forget();
			$output = $this->occ(ImportNetworkCommand::class, ['file' => $a]);
			self::assertStringContainsString('Who left, refused to be in the network or hid something since 2026-11-24', $output);
			self::assertStringContainsString('The network can be used.', $output);
			$b = $this->export("b$seed");
			$before = $this->sorted($a);
			$after = $this->sorted($b);
			self::assertSame([], array_slice(array_values(array_diff($before, $after)), 0, 5), 'lost');
			self::assertSame([], array_slice(array_values(array_diff($after, $before)), 0, 5), 'new');
			self::assertSame($seen, $this->seen());
			// New things get new numbers.
			$this->account('later');
			self::assertSame('Later', $this->card('later', ['drives' => 'La pluie'])['name']);
			parent::setUp();
		}
	}

	public function testIntoAnotherNextcloud(): void {
		$this->stage();
		$this->kernel->get(Refusals::class)->remember(['email' => 'jamais@example.org'], true);
		$hidden = $this->data('GET', '/members', self::person(0), ['limit' => 50])['total'];
		// Another file was at the same path before.
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		[$first, $second] = $db->fetchAllAssociative('SELECT id, path FROM oc_reseau_sheets ORDER BY id');
		$db->executeStatement('UPDATE oc_reseau_sheets SET path = ?, gone_at = 1 WHERE id = ?', [$first['path'], $second['id']]);
		$file = $this->export('a');
		$sheets = array_values(array_filter($this->lines($file), static fn (array $line): bool => $line[0] === 'reseau_sheets'));
		$endpoints = array_filter($this->endpoints(), static fn (Endpoint $one): bool => !$one->isPage() && !$one->writes());
		$examples = new Examples($this->things);

		$this->kernel = self::emptyKernel();
		$this->kernel->config['secret'] = 'another';
		$this->kernel->config['sandbox.apps'] = 'circles,deck,spreed';
		$this->account('admin', ['admin']);
		// One of the files is there, in a folder of another name.
		$path = (string)$sheets[0][1]['path'];
		$library = $this->kernel->get(IRootFolder::class)->getUserFolder('admin')->newFolder('Ailleurs');
		$names = explode('/', trim($path, '/'));
		$last = array_pop($names);
		$in = array_reduce($names, static fn ($folder, string $name) => $folder->newFolder($name), $library);
		$id = $in->newFile($last, 'Un texte.')->getId();
		$this->kernel->get(Network::class)->setLibrary('/Ailleurs', $library->getId());
		foreach (['linh', self::person(0)] as $uid) {
			$this->account($uid, $uid === 'linh' ? [] : [Network::FACILITATORS_GROUP]);
		}
		$before = $this->state();
		$output = $this->occ(ImportNetworkCommand::class, ['file' => $file, '--dry-run' => true]);
		self::assertStringContainsString('1 files were found at their paths in the library', $output);
		self::assertStringContainsString('odile', $output);
		self::assertSame($before, $this->state());
		self::assertStringContainsString('If they are the same people, run the command again with --same-accounts', $this->occ(ImportNetworkCommand::class, ['file' => $file], Command::FAILURE));
		self::assertSame($before, $this->state());

		$this->occ(ImportNetworkCommand::class, ['file' => $file, '--same-accounts' => true]);
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		self::assertSame('/Ailleurs', $this->kernel->get(Network::class)->library());
		self::assertContains($id, array_map(intval(...), $db->fetchFirstColumn('SELECT file_id FROM oc_reseau_sheets WHERE gone_at IS NULL')));
		self::assertSame(count($sheets), (int)$db->fetchOne('SELECT COUNT(*) FROM oc_reseau_sheets'));
		self::assertSame(0, (int)$db->fetchOne('SELECT COUNT(*) FROM oc_reseau_groups WHERE team_id IS NOT NULL OR board_id IS NOT NULL'));
		// What was refused stays refused, with another secret of the instance.
		self::assertNotSame([], $this->kernel->get(Refusals::class)->among(['email' => 'Jamais@example.org']));
		// Encrypted words can be read again.
		self::assertContains('En mai.', array_column($this->data('GET', '/conversations', self::person(0))['conversations'], 'last'));
		// Cards wait for accounts that do not exist yet, and no one else sees them.
		$shown = $this->data('GET', '/members', self::person(0), ['limit' => 50]);
		self::assertLessThan($hidden, $shown['total']);
		self::assertNotContains('Odile', array_column($shown['members'], 'name'));
		$this->account('odile');
		$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new UserLoggedInEvent($this->kernel->get(IUserManager::class)->get('odile'), 'odile', null, false));
		self::assertSame($shown['total'] + 1, $this->data('GET', '/members', self::person(0), ['limit' => 50])['total']);
		foreach ($endpoints as $endpoint) {
			$example = $examples->of($endpoint) ?? [];
			foreach (['linh', self::person(0), 'admin'] as $uid) {
				$reply = $this->kernel->request($endpoint->method, $examples->path($endpoint), $uid, $example['body'] ?? null);
				self::assertLessThan(500, $reply->status, "$endpoint->name by $uid: $reply->error");
			}
		}
		$this->kernel->runQueued();
	}

	public function testTheCardWithTheNameOfAnAccountIsNamedFirst(): void {
		// Neither has a card: one keeps some, the other has saved a search.
		$this->facilitator('fanny');
		$this->keptCard('fanny', ['name' => 'Yvon']);
		$this->account('sacha');
		$this->data('POST', '/searches', 'sacha', ['name' => 'Le pain', 'q' => 'four pain'], 201);
		$network = $this->kernel->get(Network::class);
		$network->setFacilitatorsGroup('bureau');
		$network->setAllowsShowcase(true);
		$network->setOpensShowcase(true);
		$network->setShowcaseFrames(['https://www.example.org']);
		$file = $this->export('a');

		$refused = function (string ...$accounts) use ($file): string {
			$this->kernel = self::emptyKernel();
			$this->kernel->config['secret'] = 'another';
			array_map($this->account(...), $accounts);
			$before = $this->state();
			$output = $this->occ(ImportNetworkCommand::class, ['file' => $file], Command::FAILURE);
			self::assertSame($before, $this->state());
			return $output;
		};
		self::assertStringContainsString('Accounts here have the names of accounts in the file: 2 (fanny, sacha).', $refused('fanny', 'sacha'));
		// Later, too.
		$output = $refused();
		self::assertStringContainsString('Accounts that get one of these names later get the same: 1 (sacha).', $output);
		self::assertStringNotContainsString('Accounts here', $output);
		self::assertStringContainsString('run the command again with --same-accounts', $output);
		$output = $this->occ(ImportNetworkCommand::class, ['file' => $file, '--same-accounts' => true]);
		// Neither who facilitates nor that anyone can see something.
		self::assertStringContainsString('Choose on the administration page who facilitates the network', $output);
		$network = $this->kernel->get(Network::class);
		self::assertSame(Network::FACILITATORS_GROUP, $network->facilitatorsGroup());
		self::assertSame([false, false, []], [$network->allowsShowcase(), $network->opensShowcase(), $network->showcaseFrames()]);
	}

	public function testTheShowcaseIsNotOpenedByAFile(): void {
		$this->facilitator('fanny');
		$this->kernel->get(Network::class)->setAllowsShowcase(true);
		$this->kernel->get(Network::class)->setOpensShowcase(true);
		$file = $this->export('a');
		$this->occ(PurgeCommand::class, ['--network' => $this->kernel->get(Network::class)->name()]);
		$output = $this->occ(ImportNetworkCommand::class, ['file' => $file]);
		self::assertStringContainsString('The public showcase stays closed until a facilitator opens it again.', $output);
		self::assertFalse($this->kernel->get(Network::class)->opensShowcase());
	}

	public function testWhatCanNoLongerBeDecryptedDoesNotSpoilTheFile(): void {
		$this->stage();
		$this->act(1);
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		$lost = [];
		foreach (Tables::ENCRYPTED as $table => $columns) {
			$lost[$table] = (int)$db->fetchOne("SELECT COUNT(*) FROM oc_$table WHERE " . implode(' IS NOT NULL OR ', $columns) . ' IS NOT NULL');
			foreach ($columns as $column) {
				$db->executeStatement("UPDATE oc_$table SET $column = 'broken' WHERE $column IS NOT NULL");
			}
		}
		$output = $this->occ(ExportCommand::class, ['path' => "$this->folder/a"]);
		foreach (array_filter($lost) as $table => $count) {
			self::assertMatchesRegularExpression("/not in the file: .*$table: {$count}[,.]/", $output);
		}
		self::assertContains('reseau_messages', array_keys(array_filter($lost)));
		$in = array_column($this->lines("$this->folder/a"), 0);
		self::assertSame([], array_intersect(Tables::LEFT_OUT_IF_LOST, $in));
		self::assertContains('reseau_messages', $in);
		$this->kernel = self::emptyKernel();
		$this->occ(ImportNetworkCommand::class, ['file' => "$this->folder/a"]);
		// No column that may not be null becomes so.
		foreach (Tables::ENCRYPTED as $table => $columns) {
			$required = array_values(array_filter($columns, fn (string $column): bool => $this->kernel->get(IDBConnection::class)->doctrine->createSchemaManager()->listTableColumns("oc_$table")[$column]->getNotnull()));
			self::assertTrue(in_array($table, Tables::LEFT_OUT_IF_LOST, true) || $required === (Tables::EMPTY_IF_LOST[$table] ?? []), $table);
		}
	}

	public function testARowTooLongToBeReadIsNotWritten(): void {
		$this->expectExceptionObject(new ReasonException('row_too_long'));
		NetworkStream::line([str_repeat('x', NetworkStream::LONGEST)], hash_init('sha256'));
	}

	public function testABadFileChangesNothing(): void {
		$this->stage();
		$file = $this->export('a');
		$whole = (string)file_get_contents($file);
		self::assertStringContainsString('This network is not empty (', $this->occ(ImportNetworkCommand::class, ['file' => $file], Command::FAILURE));
		$lines = explode("\n", trim($whole));
		$head = json_decode($lines[0], true, 4, JSON_THROW_ON_ERROR);
		$with = static fn (array $more): string => json_encode($more + $head, JSON_THROW_ON_ERROR) . "\n" . implode("\n", array_slice($lines, 1)) . "\n";
		$bad = [
			'is damaged, incomplete or was changed' => [
				substr($whole, 0, -200), implode("\n", array_slice($lines, 0, -1)) . "\n", "$whole\nmore", $lines[0] . "\n",
				str_replace('Crowd', 'Crowe', $whole), $with(['network' => 'Autre']), self::signed([$lines[0], '["users",{"uid":"a"}]']),
				self::signed([$lines[0], '["reseau_members",{"id":1,"name":["a"]}]']), self::signed([$lines[0], '["reseau_members",{"id":1,"nothing":"a"}]']),
				self::signed([$lines[0], '["reseau_members",{"id":1,"name) --":"a"}]']), self::signed([$lines[0], '[1]']), self::signed([$lines[0], '["reseau_members",[1,2]]']),
				self::signed([$lines[0], '["setting",{"key":"region"}]']), self::signed([$lines[0], '["preference",{"uid":"a"}]']), self::signed([$lines[0], '["reseau_links",{"id":1}]']),
			],
			'was written by a newer version' => [$with(['version' => 2]), $with(['app' => '99.0.0'])],
			'is not a file of a network' => ['', '{}', 'PK', '[]', "\n\n", $this->kernel->get(Kit::class)->export(null), str_repeat('x', 100_000)],
		];
		$this->kernel = self::emptyKernel();
		$before = $this->state();
		foreach ($bad as $sentence => $texts) {
			foreach ($texts as $n => $text) {
				file_put_contents("$this->folder/bad", $text);
				self::assertStringContainsString("$sentence", $this->occ(ImportNetworkCommand::class, ['file' => "$this->folder/bad"], Command::FAILURE), "$sentence $n");
				self::assertSame($before, $this->state(), "$sentence $n");
			}
		}
		self::assertStringContainsString('cannot be read', $this->occ(ImportNetworkCommand::class, ['file' => "$this->folder/none"], Command::FAILURE));
		self::assertStringContainsString('The network can be used', $this->occ(ImportNetworkCommand::class, ['file' => $file]));
		self::assertStringContainsString('not empty', $this->occ(ImportNetworkCommand::class, ['file' => $file], Command::FAILURE));
	}

	public function testAnInterruptedExportLeavesNoFile(): void {
		$path = "$this->folder/new";
		try {
			NewFile::write($path, static function (NewFile $file): never {
				$file->add('half');
				throw new ReasonException('stopped');
			});
			self::fail('It does not go on');
		} catch (ReasonException $e) {
			self::assertSame('stopped', $e->reason);
		}
		self::assertSame([], glob("$this->folder/*"));
		// What a killed run left, readable by all, does not become the file.
		file_put_contents("$path.part", 'half');
		chmod("$path.part", 0644);
		NewFile::write($path, static fn (NewFile $file) => $file->add('whole'));
		self::assertSame(['whole', 0600], [file_get_contents($path), fileperms($path) & 0777]);
		self::assertSame([$path], glob("$this->folder/*"));
		self::assertStringContainsString('exists already', $this->occ(ExportCommand::class, ['path' => $path], Command::FAILURE));
		self::assertStringContainsString('is a folder', $this->occ(ExportCommand::class, ['path' => $this->folder], Command::FAILURE));
		self::assertStringContainsString('could not be written', $this->occ(ExportCommand::class, ['path' => "$this->folder/no/file"], Command::FAILURE));
		self::assertSame('whole', file_get_contents($path));
	}

	public function testReasons(): void {
		$import = $this->kernel->get(ImportNetwork::class);
		$export = fn () => $this->kernel->get(ExportNetwork::class)->write("$this->folder/a");
		$this->data('PUT', '/network/charter', 'root', ['version' => 0, 'text' => 'Venir.']);
		$export();
		$whole = new NetworkStream(self::asFile((string)file_get_contents("$this->folder/a")));
		$plan = $import->plan($whole);
		foreach ([
			'file_exists' => $export,
			'not_writable' => static fn () => NewFile::write('/nowhere/file', static fn (NewFile $file) => $file->add('text')),
			'not_a_network' => static fn () => $import->plan(new NetworkStream(self::asFile('{}'))),
			'not_empty' => static fn () => $import->run($whole, $plan),
		] as $reason => $refused) {
			try {
				$refused();
				self::fail("$reason was expected");
			} catch (ReasonException $e) {
				self::assertSame($reason, $e->reason);
			}
		}
		self::assertSame(['reseau_charters' => 1], $import->obstacles());
	}

	/** @return list<string> keys of the app config that the source reads or writes */
	private static function settings(): array {
		$keys = [];
		foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(dirname(__DIR__, 3) . '/lib', FilesystemIterator::SKIP_DOTS)) as $file) {
			$source = (string)file_get_contents((string)$file);
			preg_match_all('/AppValue\w*\(\s*(?:\'(\w+)\'|self::(\w+))/', $source, $found, PREG_SET_ORDER);
			foreach ($found as $one) {
				if (isset($one[2])) {
					self::assertSame(1, preg_match("/const $one[2] = '(\w+)'/", $source, $constant), "$one[2] in $file");
					$one[1] = $constant[1];
				}
				$keys[$one[1]] = true;
			}
		}
		return array_keys($keys);
	}

	/** Whatever the examples of endpoints do, by several people, in any order. */
	private function act(int $seed): void {
		$random = new Randomizer(new Mt19937($seed));
		$examples = new Examples($this->things);
		$endpoints = array_filter($this->endpoints(), static fn (Endpoint $one): bool => !$one->isPage() && $one->writes() && !in_array($one->name, self::ENDS, true));
		foreach ($random->shuffleArray(array_values($endpoints)) as $endpoint) {
			$example = $examples->of($endpoint);
			if ($example !== null) {
				$this->kernel->request($endpoint->method, $examples->path($endpoint), self::person($random->getInt(0, 1)), $example['body'] ?? null);
			}
		}
	}

	private function export(string $name): string {
		$this->occ(ExportCommand::class, ['path' => "$this->folder/$name"]);
		return "$this->folder/$name";
	}

	/** @return array<string, mixed> what two people see */
	private function seen(): array {
		$seen = [];
		foreach (['linh', self::person(0)] as $uid) {
			foreach (['/members?limit=50', '/groups', '/notices', '/sheets', '/conversations', '/letters', '/searches', '/calendar?from=2026-11-01&until=2027-02-01'] as $path) {
				$seen["$uid $path"] = $this->kernel->request('GET', self::API . $path, $uid)->body;
			}
		}
		return $seen;
	}

	/** @return list<array{string, array<string, mixed>}> */
	private function lines(string $path): array {
		$lines = array_map(static fn (string $line): array => json_decode($line, true, 64, JSON_THROW_ON_ERROR), file($path) ?: []);
		return array_slice($lines, 1, -1);
	}

	/** @return list<string> */
	private function sorted(string $path): array {
		$lines = array_slice(file($path) ?: [], 0, -1);
		sort($lines);
		return $lines;
	}

	/** @param list<string> $lines */
	private static function signed(array $lines): string {
		$text = implode("\n", $lines) . "\n";
		return $text . json_encode(['end' => count($lines) - 1, 'sha256' => hash('sha256', $text)], JSON_THROW_ON_ERROR) . "\n";
	}

	/** @return array<string, list<string>> of the own tables */
	private function columns(): array {
		$manager = $this->kernel->get(IDBConnection::class)->doctrine->createSchemaManager();
		$columns = [];
		foreach ($this->kernel->get(OwnTables::class)->names() as $table) {
			$columns[$table] = array_values(array_map(static fn ($column): string => $column->getName(), $manager->listTableColumns("oc_$table")));
		}
		return $columns;
	}

	/** @return array<string, mixed> everything that is stored */
	private function state(): array {
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		$state = [];
		foreach ($db->createSchemaManager()->listTableNames() as $table) {
			if (str_starts_with($table, 'oc_') && !in_array($table, ['oc_sandbox_attempts', 'oc_sandbox_sessions'], true)) {
				$state[$table] = $db->fetchAllAssociative("SELECT * FROM $table");
			}
		}
		return $state;
	}
}
