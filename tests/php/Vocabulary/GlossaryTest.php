<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Vocabulary;

use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Vocabulary\GlossaryRules;
use OCA\Reseau\Vocabulary\Vocabulary;
use PHPUnit\Framework\Attributes\DataProvider;

/** The glossary: what an entry may hold, who changes it, and what a file does to it afterwards. */
class GlossaryTest extends NetworkTestCase {
	private const PAT = ['term' => 'plan alimentaire territorial', 'acronyms' => ['PAT'], 'synonyms' => ['alimentation locale'], 'themes' => ['permaculture']];
	private const AMAP = ['term' => 'panier paysan', 'acronyms' => ['AMAP'], 'synonyms' => [], 'themes' => []];

	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->facilitator('fanny');
		$this->facilitator('felix');
	}

	public function testTheSharedLimits(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/glossary-limits.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($shared, GlossaryRules::LIMITS);
	}

	public function testEverybodyReadsItSortedByTermIgnoringAccents(): void {
		foreach (['Élevage', 'zone humide', 'eau', 'abeilles'] as $term) {
			$this->add(['term' => $term] + self::AMAP, ['acronyms' => []]);
		}
		self::assertSame(['abeilles', 'eau', 'Élevage', 'zone humide'], array_column($this->data('GET', '/glossary', 'alice'), 'term'));
	}

	public function testAFacilitatorAddsChangesAndRemovesEntries(): void {
		$made = $this->add(self::PAT);
		self::assertSame(['version' => 1] + self::PAT, array_diff_key($made, ['id' => 0]));
		$changed = $this->data('PUT', "/glossary/{$made['id']}", 'felix', ['synonyms' => ['manger ici'], 'version' => 1] + self::PAT);
		self::assertEquals(['version' => 2, 'synonyms' => ['manger ici']] + $made, $changed);
		self::assertEquals([$changed], $this->data('GET', '/glossary', 'alice'));
		self::assertEquals($changed, $this->data('DELETE', "/glossary/{$made['id']}", 'fanny'));
		self::assertSame([], $this->data('GET', '/glossary', 'alice'));
		foreach (['PUT', 'DELETE'] as $method) {
			$this->assertRefused(404, 'not_found', $method, "/glossary/{$made['id']}", 'fanny', ['version' => 2] + self::PAT);
		}
	}

	public function testARemovedEntryIsRestoredUnchanged(): void {
		$made = $this->add(self::PAT);
		$removed = $this->data('DELETE', "/glossary/{$made['id']}", 'fanny');
		$back = $this->add(array_diff_key($removed, ['id' => 0, 'version' => 0]));
		self::assertSame($made['id'], $back['id']);
		self::assertGreaterThan($made['version'], $back['version']);
		self::assertSame(array_intersect_key($made, self::PAT), array_intersect_key($back, self::PAT));
		self::assertCount(1, $this->data('GET', '/glossary', 'alice'));
	}

	public function testAChangeAffectsTheSearchImmediately(): void {
		$this->card('alice', ['drives' => 'Ouvrir un tiers-lieu']);
		$found = fn (string $word): int => $this->data('GET', "/members?q=$word", 'felix')['total'];
		self::assertSame([0, 0], [$found('zigouzague'), $found('TLX')]);
		$made = $this->add(['term' => 'tiers-lieu', 'acronyms' => ['TLX'], 'synonyms' => ['zigouzague'], 'themes' => []]);
		self::assertSame([1, 1], [$found('zigouzague'), $found('TLX')]);
		$this->data('DELETE', "/glossary/{$made['id']}", 'fanny');
		self::assertSame([0, 0], [$found('zigouzague'), $found('TLX')]);
	}

	public function testUntilThereAreFacilitatorsAnAdministratorIsOne(): void {
		$this->account('admin', ['admin']);
		$this->assertRefused(403, 'not_yours', 'POST', '/glossary', 'admin', self::PAT);
		$this->assertRefused(403, 'not_yours', 'POST', '/glossary', 'alice', self::PAT);
		parent::setUp();
		$this->account('admin', ['admin']);
		$this->data('POST', '/glossary', 'admin', self::PAT, 201);
	}

	public function testAnOlderVersionIsAnsweredWithTheNewerEntry(): void {
		$made = $this->add(self::PAT);
		$first = $this->data('PUT', "/glossary/{$made['id']}", 'felix', ['synonyms' => ['manger ici'], 'version' => 1] + self::PAT);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', "/glossary/{$made['id']}", 'fanny', ['synonyms' => ['potager'], 'version' => 1] + self::PAT);
		self::assertEquals($first, $refusal['current']);
		self::assertEquals([$first], $this->data('GET', '/glossary', 'alice'));
		$refusal = $this->assertRefused(400, 'version_missing', 'PUT', "/glossary/{$made['id']}", 'fanny', self::PAT);
		self::assertSame('version', $refusal['field']);
	}

	/** @return iterable<string, array{array<string, mixed>, int, string, ?string}> */
	public static function refused(): iterable {
		yield 'no term' => [['term' => ' '], 400, 'term_missing', 'term'];
		yield 'a term no search could find' => [['term' => '—!'], 400, 'term_missing', 'term'];
		yield 'a term that is no text' => [['term' => ['PAT']], 400, 'wrong_type', 'term'];
		yield 'a long term' => [['term' => str_repeat('é', 121)], 400, 'too_long', 'term'];
		yield 'a long synonym' => [['synonyms' => ['a', str_repeat('é', 121)]], 400, 'too_long', 'synonyms.1'];
		yield 'many acronyms' => [['acronyms' => array_fill(0, 11, 'A')], 400, 'too_many', 'acronyms'];
		yield 'many synonyms' => [['synonyms' => array_fill(0, 10_000, 'A')], 400, 'too_many', 'synonyms'];
		yield 'a text for a list' => [['acronyms' => 'PAT'], 400, 'wrong_type', 'acronyms'];
		yield 'a list left out' => [['synonyms' => null], 400, 'wrong_type', 'synonyms'];
		yield 'a control character' => [['synonyms' => ["a\x07"]], 400, 'bad_text', 'synonyms.0'];
		yield 'an unknown theme' => [['themes' => ['permaculture', 'enfants']], 400, 'unknown_term', 'themes.1'];
		yield 'a term that is there' => [['term' => 'PANIER  paysan', 'acronyms' => []], 409, 'duplicate_term', 'term'];
		yield 'an acronym that is there' => [['acronyms' => ['PCAET', 'amap']], 409, 'duplicate_term', 'acronyms.1'];
		yield 'an acronym that is a term' => [['acronyms' => ['Panier paysan']], 409, 'duplicate_term', 'acronyms.0'];
		yield 'a term that is an acronym' => [['term' => 'Amap', 'acronyms' => []], 409, 'duplicate_term', 'term'];
	}

	/** @param array<string, mixed> $wrong */
	#[DataProvider('refused')]
	public function testInvalidInputIsRefusedWithItsField(array $wrong, int $status, string $reason, ?string $field): void {
		$this->add(self::AMAP);
		$made = $this->add(self::PAT);
		foreach ([['POST', '/glossary'], ['PUT', "/glossary/{$made['id']}"]] as [$method, $path]) {
			$entry = $method === 'POST' ? ['term' => 'autre', 'acronyms' => []] + self::PAT : self::PAT;
			$refusal = $this->assertRefused($status, $reason, $method, $path, 'fanny', $wrong + ['version' => 1] + $entry);
			self::assertSame($field, $refusal['field']);
		}
		self::assertCount(2, $this->data('GET', '/glossary', 'alice'));
	}

	public function testWordsAreSingleLinesWithoutDuplicates(): void {
		$made = $this->add(['term' => "  jardin \n partagé ", 'acronyms' => [' JP', 'JP', ' '], 'synonyms' => ['…', 'potager'], 'themes' => []]);
		self::assertSame(['jardin partagé', ['JP'], ['potager']], [$made['term'], $made['acronyms'], $made['synonyms']]);
	}

	public function testSynonymsMayBeSharedAndAnEntryDoesNotConflictWithItself(): void {
		$this->add(self::AMAP, ['synonyms' => ['alimentation locale']]);
		$made = $this->add(self::PAT);
		$this->data('PUT', "/glossary/{$made['id']}", 'fanny', ['term' => 'Plan alimentaire territorial', 'acronyms' => ['pat'], 'version' => 1] + self::PAT);
	}

	public function testAFileUpdatesUnchangedEntries(): void {
		self::assertSame(['glossary: panier paysan' => 'made'], $this->import(self::AMAP));
		self::assertSame(['glossary: panier paysan' => 'unchanged'], $this->import(self::AMAP));
		self::assertSame(['glossary: panier paysan' => 'updated'], $this->import(['synonyms' => ['panier']] + self::AMAP));
		$entry = $this->data('GET', '/glossary', 'alice')[0];
		self::assertSame([['panier'], 2], [$entry['synonyms'], $entry['version']]);
	}

	public function testAFileKeepsEntriesChangedByAPerson(): void {
		$this->import(self::AMAP);
		$this->change('panier paysan', ['synonyms' => ['légumes']]);
		self::assertSame(['glossary: panier paysan' => 'skipped edited_since'], $this->import(['synonyms' => ['panier']] + self::AMAP));
		self::assertSame(['légumes'], $this->data('GET', '/glossary', 'alice')[0]['synonyms']);
	}

	public function testAFileKnowsARenamedEntryByItsOldName(): void {
		$this->import(self::AMAP);
		$this->change('panier paysan', ['term' => 'AMAP et paniers']);
		self::assertSame(['glossary: panier paysan' => 'skipped edited_since'], $this->import(self::AMAP));
		self::assertSame(['AMAP et paniers'], array_column($this->data('GET', '/glossary', 'alice'), 'term'));
		$exported = $this->kernel->get(Vocabulary::class)->export()['glossary'];
		self::assertSame([['id' => 'panier paysan', 'term' => 'AMAP et paniers'] + self::AMAP], $exported);
		// The old name is free for something else.
		$this->add(['term' => 'panier paysan', 'acronyms' => []] + self::AMAP);
		$exported = $this->kernel->get(Vocabulary::class)->export();
		parent::setUp();
		$this->account('alice');
		$this->load($exported);
		self::assertSame(['AMAP et paniers', 'panier paysan'], array_column($this->data('GET', '/glossary', 'alice'), 'term'));
	}

	public function testAFileDoesNotRestoreEntriesRemovedByAPerson(): void {
		$this->import(self::AMAP);
		$entry = $this->data('GET', '/glossary', 'alice')[0];
		$this->data('DELETE', "/glossary/{$entry['id']}", 'fanny');
		self::assertSame(['glossary: panier paysan' => 'skipped erased'], $this->import(self::AMAP));
		self::assertSame([], $this->data('GET', '/glossary', 'alice'));
		self::assertArrayNotHasKey('glossary', $this->kernel->get(Vocabulary::class)->export());
		$this->add(self::AMAP);
		self::assertSame(['glossary: panier paysan' => 'skipped edited_since'], $this->import(self::AMAP));
	}

	public function testTheNewNameOfARenamedAndRemovedEntryIsFree(): void {
		$made = $this->add(self::AMAP);
		$this->change('panier paysan', ['term' => 'panier']);
		$this->data('DELETE', "/glossary/{$made['id']}", 'fanny');
		$other = $this->add(self::AMAP);
		self::assertNotSame($made['id'], $other['id']);
		$back = $this->add(['term' => 'panier', 'acronyms' => []] + self::AMAP);
		self::assertSame($made['id'], $back['id']);
	}

	public function testAnInvalidRowOfAFileIsReported(): void {
		$this->add(self::PAT);
		self::assertSame([
			'glossary: a' => 'skipped too_many acronyms',
			'glossary: b' => 'skipped unknown_term themes.0',
			'glossary: c' => 'skipped duplicate_term acronyms.0',
			'glossary[3]' => 'skipped id_missing',
			'glossary: d' => 'made',
			'glossary: e' => 'skipped duplicate_term acronyms.0',
			'glossary: f' => 'made',
		], $this->import(
			['term' => 'a', 'acronyms' => range(1, 11)],
			['term' => 'b', 'themes' => ['nothing']],
			['term' => 'c', 'acronyms' => ['pat']],
			['acronyms' => ['G']],
			['term' => 'd', 'acronyms' => ['D1']],
			['term' => 'e', 'acronyms' => ['d1']],
			['term' => 'f'],
		));
		self::assertSame(['glossary: d' => 'skipped duplicate_term'], $this->import(['term' => 'd', 'acronyms' => ['D1']], ['term' => 'd']));
	}

	public function testAFileMayMoveAnAcronymAndNameItsOwnThemes(): void {
		$this->import(['term' => 'a', 'acronyms' => ['X']], ['term' => 'b']);
		$report = $this->kernel->get(ImportFile::class)->loadData([
			'glossary' => [['term' => 'a'], ['term' => 'b', 'acronyms' => ['X'], 'themes' => ['sols']]],
			'themes' => [['id' => 'sols', 'fr' => 'Sols', 'en' => 'Soils']],
			'values' => [],
		]);
		self::assertSame(['made', 'updated', 'updated'], array_column($report->rows(), 'outcome'));
	}

	/**
	 * @param array<string, mixed> $entry
	 * @param array<string, mixed> $other what differs from it
	 * @return array<string, mixed> as answered
	 */
	private function add(array $entry, array $other = []): array {
		return $this->data('POST', '/glossary', 'fanny', $other + $entry, 201);
	}

	/** @param array<string, mixed> $what */
	private function change(string $term, array $what): void {
		foreach ($this->data('GET', '/glossary', 'alice') as $entry) {
			if ($entry['term'] === $term) {
				$this->data('PUT', "/glossary/{$entry['id']}", 'fanny', $what + $entry);
			}
		}
	}

	/**
	 * @param array<string, mixed> ...$entries
	 * @return array<string, string> what became of each row
	 */
	private function import(array ...$entries): array {
		$report = $this->kernel->get(ImportFile::class)->loadData(['values' => [], 'glossary' => $entries]);
		$outcomes = [];
		foreach ($report->rows() as $row) {
			$outcomes[$row['row']] = trim("{$row['outcome']} {$row['why']}");
		}
		return $outcomes;
	}
}
