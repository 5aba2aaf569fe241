<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Kit;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Integration\Command\ExportCommand;
use OCA\Reseau\Integration\Command\KitCommand;
use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Kit\KitFolders;
use OCA\Reseau\Kit\ShippedKits;
use OCA\Reseau\Library\LibraryRoot;
use OCA\Reseau\Library\OpenLibrary;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\NetworkTexts;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Tests\Endpoints\StageTestCase;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCA\Reseau\Vocabulary\VocabularyImport;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;
use Symfony\Component\Console\Command\Command;

/** What another network starts from: no person is in it, and nothing that a network has is overwritten unless asked. */
class KitTest extends StageTestCase {
	protected const PEOPLE = 4;

	private const MODEL = ['slug' => 'simple', 'title' => 'Simple', 'color' => '31CC7C', 'labels' => [], 'stacks' => [['title' => 'À faire']], 'mandate' => false, 'welcome' => null];

	private const KIT = [
		'format' => 'reseau-kit',
		'version' => 1,
		'welcome' => 'Commencez par une phrase.',
		'letterOpening' => 'Bonjour à toutes et à tous,',
		'letterClosing' => 'À bientôt.',
		'charter' => 'Tenir parole.',
		'vocabulary' => [
			'values' => [['id' => 'ecoute', 'fr' => 'Écoute', 'en' => 'Listening', 'meaning' => 'Laisser finir.'], ['id' => 'patience', 'fr' => 'Patience']],
			'themes' => [['id' => 'semences', 'fr' => 'Semences', 'words' => ['graine']]],
			'glossary' => [['term' => 'plan alimentaire territorial', 'acronyms' => ['PAT'], 'synonyms' => [], 'themes' => ['semences']]],
		],
		'boardModels' => [self::MODEL],
		'folders' => ['Chartes', 'Chartes/Anciennes', 'Comptes rendus'],
	];

	protected function setUp(): void {
		parent::setUp();
		$this->account('root', ['admin']);
	}

	public function testAKitHoldsNobody(): void {
		$this->stage();
		$full = self::fullCard('nobodyshouldread', Audience::Public);
		$this->account('nobodyshouldread');
		$this->card('nobodyshouldread', $full);
		$kit = $this->kernel->get(Kit::class)->export(self::person(0));
		self::assertStringContainsString('permaculture', $kit);
		self::assertStringNotContainsString('nobodyshouldread', Fold::text($kit));
		self::assertStringNotContainsString('@', $kit);
		$found = [];
		foreach ($this->people() as $word) {
			$found += str_contains($kit, $word) ? [$word => true] : [];
		}
		self::assertSame([], $found);
	}

	public function testWhatIsTakenInIsWhatWasExported(): void {
		$this->account('emma');
		$this->library('root', []);
		self::assertSame(['made' => 11, 'updated' => 0, 'unchanged' => 1, 'skipped' => 0], $this->counts($this->take(self::KIT)));
		$exported = json_decode($this->kernel->get(Kit::class)->export('root'), true, 64, JSON_THROW_ON_ERROR);
		self::assertSame(self::KIT['folders'], $exported['folders']);
		foreach (['welcome', 'letterOpening', 'letterClosing', 'charter', 'boardModels'] as $part) {
			self::assertSame(self::KIT[$part], $exported[$part], $part);
		}
		self::assertSame('patience', $exported['vocabulary']['values'][1]['id']);
		self::assertSame(self::KIT['vocabulary']['glossary'], $exported['vocabulary']['glossary']);
		// Into an empty network, and again: nothing changes.
		$this->kernel = self::emptyKernel();
		$this->account('root', ['admin']);
		$this->library('root', []);
		self::assertSame(0, $this->counts($this->take($exported))['skipped']);
		self::assertSame($exported, json_decode($this->kernel->get(Kit::class)->export('root'), true, 64, JSON_THROW_ON_ERROR));
		$before = $this->state();
		$again = $this->counts($this->take($exported));
		self::assertSame(0, $again['made'] + $again['updated'] + $again['skipped']);
		self::assertSame($before, $this->state());
	}

	public function testADryRunSaysWhatWouldHappenAndChangesNothing(): void {
		$this->library('root', ['Chartes']);
		$before = $this->state();
		$outcomes = $this->take(self::KIT, dry: true);
		self::assertSame($before, $this->state());
		self::assertSame($outcomes, $this->take(self::KIT));
		self::assertContains(['part' => 'values', 'name' => 'Écoute', 'outcome' => 'unchanged', 'why' => ''], $outcomes);
		self::assertContains(['part' => 'folders', 'name' => 'Chartes', 'outcome' => 'unchanged', 'why' => ''], $outcomes);
		self::assertContains(['part' => 'glossary', 'name' => 'plan alimentaire territorial', 'outcome' => 'made', 'why' => ''], $outcomes);
	}

	public function testExistingThingsAreOnlyReplacedWhenAsked(): void {
		$this->library('root', []);
		$network = $this->kernel->get(Network::class);
		$network->setText(NetworkTexts::WELCOME, 'Entrez.');
		$network->setText(NetworkTexts::LETTER_CLOSING, 'Salut.');
		$this->data('PUT', '/network/charter', 'root', ['version' => 0, 'text' => 'Venir.']);
		$this->data('PUT', '/board-models', 'root', ['version' => 0, 'models' => [['title' => 'Autre'] + self::MODEL, ['slug' => 'own', 'title' => 'À nous'] + self::MODEL]]);
		$kit = array_replace_recursive(self::KIT, ['vocabulary' => ['values' => [['fr' => 'Autre écoute'], ['id' => 'entendre', 'fr' => 'ECOUTE']]]]);
		$different = array_filter($this->take($kit), static fn (array $row): bool => $row['outcome'] === 'skipped');
		self::assertSame(['welcome different', 'letterClosing different', 'charter different', 'values different', 'values duplicate_label', 'boardModels different'], array_values(array_map(static fn (array $row): string => "{$row['part']} {$row['why']}", $different)));
		self::assertSame(['Entrez.', 'Bonjour à toutes et à tous,', 'Salut.', 'Venir.'], [$network->welcome(), $network->text(NetworkTexts::LETTER_OPENING), $network->text(NetworkTexts::LETTER_CLOSING), $this->data('GET', '/network', 'root')['charter']['text']]);
		self::assertSame(['Autre', 'À nous'], array_column($this->data('GET', '/board-models', 'root')['models'], 'title'));

		$this->take($kit, replace: Kit::REPLACEABLE);
		$charter = $this->data('GET', '/network', 'root')['charter'];
		self::assertSame(['Commencez par une phrase.', 'À bientôt.', 'Tenir parole.', 2], [$network->welcome(), $network->text(NetworkTexts::LETTER_CLOSING), $charter['text'], $charter['version']]);
		self::assertSame(['Simple', 'À nous'], array_column($this->data('GET', '/board-models', 'root')['models'], 'title'));
		self::assertSame('Écoute', $this->kernel->get(Vocabulary::class)->labelsById('fr')['ecoute']);
	}

	public function testFoldersThatCannotBeReadAreLeftOutAndNoMoreAreReadThanExported(): void {
		$listed = 0;
		$folder = function (string $name, callable $list) use (&$listed): Folder {
			$folder = $this->createStub(Folder::class);
			$folder->method('getName')->willReturn($name);
			$folder->method('getDirectoryListing')->willReturnCallback(static function () use ($list, &$listed): array {
				$listed++;
				return $list();
			});
			return $folder;
		};
		$export = function (callable $list) use ($folder, &$listed): array {
			$listed = 0;
			$root = $this->createStub(LibraryRoot::class);
			$root->method('of')->willReturn(new OpenLibrary(OpenLibrary::OPEN, $folder('Réseau', $list)));
			return (new KitFolders($root, $this->kernel->get(Groups::class)))->export('root');
		};
		$away = static fn (): array => throw new RuntimeException('out of reach');
		$none = static fn (): array => [];
		self::assertSame([], $export($away));
		self::assertSame(['a', 'c'], $export(static fn (): array => [$folder('a', $away), $folder("b\xff", $none), $folder('c', $none)]));
		$many = static fn (): array => array_map(static fn (int $i): Folder => $folder("$i", $none), range(1, 300));
		self::assertSame(array_map(strval(...), range(1, 200)), $export($many));
		self::assertSame(200, $listed);
	}

	public function testWithoutALibraryFoldersAreReported(): void {
		$folders = array_values(array_filter($this->take(self::KIT), static fn (array $row): bool => $row['part'] === 'folders'));
		self::assertSame(array_fill(0, 3, 'no_library'), array_column($folders, 'why'));
		$this->library('root', []);
		$bad = ['../Ailleurs', 'a/b/c/d', '.', 'a//b', 'a\\b', 'ici/..'];
		$files = $this->kernel->get(IRootFolder::class)->getUserFolder('root')->get('Réseau');
		self::assertInstanceOf(Folder::class, $files);
		$files->newFile('Chartes', 'un fichier');
		$folders = array_values(array_filter($this->take(['folders' => [...$bad, 'Chartes']] + self::KIT), static fn (array $row): bool => $row['part'] === 'folders'));
		self::assertSame([...array_fill(0, count($bad), 'bad_path'), 'name_taken'], array_column($folders, 'why'));
		self::assertSame(['Chartes'], array_map(static fn (Node $node): string => $node->getName(), $files->getDirectoryListing()));
	}

	/** @return array<string, array{string, string}> */
	public static function badFiles(): array {
		$kit = static fn (array $with): string => json_encode($with + self::KIT, JSON_THROW_ON_ERROR);
		return [
			'no JSON' => ['{"format": ', 'not_a_kit'],
			'empty' => ['', 'not_a_kit'],
			'a list' => ['[]', 'not_a_kit'],
			'something else' => ['{"values": []}', 'not_a_kit'],
			'no version' => [$kit(['version' => '1']), 'not_a_kit'],
			'a newer one' => [$kit(['version' => 2]), 'newer_file'],
			'too deep' => [str_repeat('[', 100), 'not_a_kit'],
			'too long' => [str_repeat('x', Kit::LENGTH + 1), 'too_long'],
		];
	}

	#[DataProvider('badFiles')]
	public function testABadFileIsASentenceAndChangesNothing(string $text, string $reason): void {
		$before = $this->state();
		$this->assertRefused(400, $reason, 'POST', '/network/kit', 'root', ['text' => $text, 'replace' => []]);
		$this->assertRefused(400, $reason, 'POST', '/network/kit/check', 'root', ['text' => $text, 'replace' => []]);
		$file = (string)tempnam(sys_get_temp_dir(), 'reseau');
		file_put_contents($file, $text);
		self::assertStringContainsString('Nothing was changed.', $this->occ(KitCommand::class, ['file' => $file], Command::FAILURE));
		unlink($file);
		self::assertSame($before, $this->state());
	}

	public function testPartsOfTheWrongShapeAreReportedAndTheRestIsTaken(): void {
		$wrong = ['welcome' => ['a'], 'letterOpening' => str_repeat('x', 4001), 'letterClosing' => "a\0", 'charter' => str_repeat('x', 50_001), 'boardModels' => [['slug' => 'A']], 'folders' => 'a', 'vocabulary' => ['values' => 'x', 'themes' => [3, ['id' => 'a', 'fr' => ['b']], ['id' => 'b', 'fr' => 'Bien']]]];
		$rows = $this->take($wrong + self::KIT);
		self::assertSame(
			['welcome wrong_type', 'letterOpening too_long', 'letterClosing bad_text', 'charter too_long', 'themes id_missing', 'themes wrong_type', 'themes ', 'boardModels bad_slug', 'folders wrong_type'],
			array_map(static fn (array $row): string => "{$row['part']} {$row['why']}", $rows),
		);
	}

	public function testAKitOfManyWordsIsAddedInTimeOrRefused(): void {
		$words = static fn (int $count): array => array_map(static fn (int $i): array => ['id' => "a$i", 'fr' => "Mot a$i", 'spellings' => ["b$i"]], range(1, $count));
		$before = hrtime(true);
		$rows = $this->take(['vocabulary' => ['values' => [...$words(VocabularyImport::MOST - 1), ['id' => 'z', 'fr' => 'Mot a7']]]] + self::KIT);
		self::assertLessThan(20, (hrtime(true) - $before) / 1e9);
		$values = array_values(array_filter($rows, static fn (array $row): bool => $row['part'] === 'values'));
		self::assertSame(['made' => VocabularyImport::MOST - 1, 'skipped' => 1], array_intersect_key($this->counts($values), ['made' => 0, 'skipped' => 0]));
		self::assertSame('duplicate_label', $values[VocabularyImport::MOST - 1]['why']);
		self::assertSame(
			[['values', 'too_many']],
			array_map(static fn (array $row): array => [$row['part'], $row['why']], $this->take(['format' => 'reseau-kit', 'version' => 1, 'vocabulary' => ['values' => $words(VocabularyImport::MOST + 1)]])),
		);
	}

	public function testCommands(): void {
		$this->library('root', ['Chartes']);
		$this->take(self::KIT);
		$file = sys_get_temp_dir() . '/reseau-kit-' . bin2hex(random_bytes(4)) . '.json';
		self::assertStringContainsString($file, $this->occ(ExportCommand::class, ['path' => $file, '--kit' => true, '--user' => 'root']));
		self::assertSame(0600, fileperms($file) & 0777);
		self::assertSame($this->kernel->get(Kit::class)->export('root'), file_get_contents($file));
		self::assertStringContainsString('exists already', $this->occ(ExportCommand::class, ['path' => $file, '--kit' => true], Command::FAILURE));
		self::assertStringContainsString('could not be written', $this->occ(ExportCommand::class, ['path' => '/nowhere/kit.json', '--kit' => true], Command::FAILURE));
		$this->kernel = self::emptyKernel();
		$this->account('root', ['admin']);
		$this->library('root', []);
		$before = $this->state();
		self::assertStringContainsString('nothing was changed', $this->occ(KitCommand::class, ['file' => $file, '--dry-run' => true]));
		self::assertSame($before, $this->state());
		self::assertStringContainsString('folders: Chartes: skipped no_account', $this->occ(KitCommand::class, ['file' => $file, '--dry-run' => true]));
		self::assertStringContainsString(', 0 skipped', $this->occ(KitCommand::class, ['file' => $file, '--user' => 'root']));
		self::assertStringContainsString('0 made, 0 updated', $this->occ(KitCommand::class, ['file' => $file, '--user' => 'root']));
		self::assertStringContainsString('Only these can be replaced', $this->occ(KitCommand::class, ['file' => $file, '--replace' => ['values']], Command::FAILURE));
		self::assertStringContainsString('There is no account', $this->occ(KitCommand::class, ['file' => $file, '--user' => 'nobody'], Command::FAILURE));
		unlink($file);
		self::assertStringContainsString('cannot be read', $this->occ(KitCommand::class, ['file' => $file], Command::FAILURE));
	}

	/** @return array<string, array{string}> */
	public static function shippedKits(): array {
		return array_map(static fn (array $kit): array => [$kit['id']], array_column((new ShippedKits())->list(), null, 'id'));
	}

	#[DataProvider('shippedKits')]
	public function testAShippedKitStartsANetworkAndComesOutEqual(string $id): void {
		$this->kernel = self::emptyKernel();
		$this->account('root', ['admin']);
		$this->library('root', []);
		self::assertTrue($this->data('GET', '/network/kits', 'root')['empty']);
		$text = $this->data('GET', "/network/kits/$id", 'root')['text'];
		$kit = json_decode($text, true, 32, JSON_THROW_ON_ERROR);
		$rows = $this->take($kit);
		self::assertSame(['made'], array_values(array_unique(array_column($rows, 'outcome'))), json_encode(array_filter($rows, static fn (array $row): bool => $row['outcome'] !== 'made')) ?: '');
		$exported = json_decode($this->kernel->get(Kit::class)->export('root'), true, 64, JSON_THROW_ON_ERROR);
		// Every network begins with some relations.
		$ids = array_column($kit['vocabulary']['relations'], 'id');
		$exported['vocabulary']['relations'] = array_values(array_filter($exported['vocabulary']['relations'], static fn (array $relation): bool => in_array($relation['id'], $ids, true)));
		self::assertEqualsCanonicalizing($kit['folders'], $exported['folders']);
		self::assertEquals(array_diff_key($kit, ['title' => 0, 'about' => 0, 'language' => 0, 'folders' => 0]), array_diff_key($exported, ['folders' => 0]));
		self::assertFalse($this->data('GET', '/network/kits', 'root')['empty']);
		self::assertNotContains('made', array_column($this->take($kit), 'outcome'));
	}

	public function testTheFoldersThatAnAddedKitLacksAreKnown(): void {
		$this->kernel = self::emptyKernel();
		$this->account('root', ['admin']);
		$missing = fn (): array => array_filter(array_column($this->data('GET', '/network/kits', 'root')['kits'], 'missing', 'id'));
		self::assertSame([], $missing(), 'none was added');
		$kit = Kit::read((new ShippedKits())->text('tiers-lieu'));
		$this->take($kit);
		self::assertSame([], $missing(), 'there is no library where they could be');
		$this->library('root', ['Travaux', 'Récits']);
		self::assertSame(['tiers-lieu' => array_values(array_diff($kit['folders'], ['Travaux', 'Récits']))], $missing());
		$before = $this->state();
		$missing();
		self::assertSame($before, $this->state(), 'nothing is written');
		self::assertNotContains('skipped', array_column($this->take(array_intersect_key($kit, ['format' => 0, 'version' => 0, 'folders' => 0])), 'outcome'));
		self::assertSame([], $missing());
		$this->kernel->get(IRootFolder::class)->getUserFolder('root')->get('Réseau/Communication')->delete();
		self::assertSame(['tiers-lieu' => ['Communication', 'Communication/Affiches', 'Communication/Lettres']], $missing());
		$this->take(['format' => 'reseau-kit', 'version' => 1, 'vocabulary' => ['values' => array_slice(Kit::read((new ShippedKits())->text('entraide'))['vocabulary']['values'], 0, 5)]]);
		self::assertSame(['tiers-lieu'], array_keys($missing()), 'a few words in common are no kit');
	}

	#[DataProvider('shippedKits')]
	public function testAShippedKitIsWorthStartingFrom(string $id): void {
		$kit = Kit::read((new ShippedKits())->text($id));
		foreach (['values', 'sectors', 'themes', 'publics', 'glossary'] as $list) {
			self::assertGreaterThanOrEqual(20, count($kit['vocabulary'][$list]), $list);
			self::assertLessThanOrEqual(40, count($kit['vocabulary'][$list]), $list);
		}
		foreach ($kit['vocabulary']['themes'] as $theme) {
			self::assertGreaterThanOrEqual(4, count($theme['words']), $theme['fr']);
		}
		self::assertSame([], array_filter($kit['vocabulary']['values'], static fn (array $value): bool => ($value['meaning'] ?? '') === ''));
		self::assertGreaterThan(2000, mb_strlen($kit['charter']));
		foreach (['letterOpening', 'letterClosing'] as $text) {
			self::assertGreaterThan(100, mb_strlen($kit[$text]), $text);
		}
		self::assertGreaterThanOrEqual(2, count($kit['boardModels']));
		foreach ($kit['boardModels'] as $model) {
			self::assertEqualsCanonicalizing(['items', 'followUps'], array_column($model['stacks'], 'takes'), $model['title']);
		}
		self::assertDoesNotMatchRegularExpression('/@|\'| [;!?»]|« /u', (new ShippedKits())->text($id), 'French is written with its own apostrophes and spaces');
	}

	public function testAnUnknownKitIsNotFound(): void {
		$this->assertRefused(404, 'not_found', 'GET', '/network/kits/unknown', 'root');
	}

	public function testTheCommandTakesAShippedKitByItsName(): void {
		$this->kernel = self::emptyKernel();
		$this->account('root', ['admin']);
		$this->library('root', []);
		$before = $this->state();
		self::assertStringContainsString('entraide (fr): Entraide de quartier. Pour des voisins', $this->occ(KitCommand::class, []));
		self::assertStringContainsString('nothing was changed', $this->occ(KitCommand::class, ['file' => 'entraide', '--dry-run' => true]));
		self::assertSame($before, $this->state());
		self::assertStringContainsString(', 0 skipped', $this->occ(KitCommand::class, ['file' => 'entraide', '--user' => 'root']));
	}

	public function testOnlySomePartsCanBeReplaced(): void {
		$refused = $this->assertRefused(400, 'wrong_type', 'POST', '/network/kit', 'root', ['text' => json_encode(self::KIT, JSON_THROW_ON_ERROR), 'replace' => ['charter', 'values']]);
		self::assertSame('replace.1', $refused['field']);
		self::assertSame('', $this->kernel->get(Network::class)->welcome());
	}

	/**
	 * @param array<string, mixed> $kit
	 * @param list<string> $replace
	 * @return list<array{part: string, name: string, outcome: string, why: string}>
	 */
	private function take(array $kit, array $replace = [], bool $dry = false): array {
		return $this->data('POST', '/network/kit' . ($dry ? '/check' : ''), 'root', ['text' => json_encode($kit, JSON_THROW_ON_ERROR), 'replace' => $replace]);
	}

	/**
	 * @param list<array{outcome: string}> $rows
	 * @return array<string, int>
	 */
	private function counts(array $rows): array {
		return array_replace(['made' => 0, 'updated' => 0, 'unchanged' => 0, 'skipped' => 0], array_count_values(array_column($rows, 'outcome')));
	}

	/** @param list<string> $folders */
	private function library(string $uid, array $folders): void {
		$files = $this->kernel->get(IRootFolder::class)->getUserFolder($uid);
		$library = $files->newFolder('Réseau');
		array_map($library->newFolder(...), $folders);
		$this->kernel->get(Network::class)->setLibrary('/Réseau', $library->getId());
	}

	/** @return list<string> names, accounts and addresses of everybody */
	private function people(): array {
		$words = [];
		foreach ($this->kernel->get(IDBConnection::class)->doctrine->fetchAllAssociative('SELECT uid, name, contact FROM oc_reseau_members') as $row) {
			array_push($words, (string)$row['uid'], (string)$row['name'], ...array_values((array)json_decode((string)$row['contact'], true)));
		}
		// Shorter ones are in any word.
		return array_values(array_filter($words, static fn (mixed $word): bool => is_string($word) && mb_strlen($word) > 4));
	}

	/** @return array<string, mixed> everything that is stored, and the folders */
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
