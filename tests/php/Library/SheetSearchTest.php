<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Integration\Command\ReindexCommand;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

#[Group('databases')]
class SheetSearchTest extends LibraryTestCase {
	/** @return array<string, int> */
	private static function counts(array $choices): array {
		return array_column($choices, 'count', 'id');
	}

	public function testWordsAreFoundInEveryFieldAndShown(): void {
		$this->published($this->file('a.md'), self::whole() + ['title' => 'Le four à pain', 'summary' => 'On allume ensemble.', 'happened' => 'Rien. La voûte s’est fendue au gel. Puis tout a repris.', 'authorNames' => 'Le comité']);
		$this->published($this->file('b.md'), ['title' => 'Le lavoir', 'wanted' => 'Un maçon pour une voûte']);
		self::assertEqualsCanonicalizing(['Le four à pain', 'Le lavoir'], $this->titles('linh', ['q' => 'voutes']));
		$found = $this->data('GET', '/sheets', 'linh', ['q' => 'voute gel'])['sheets'][0]['found'];
		self::assertSame(['La voûte s’est fendue au gel.', [[3, 5], [25, 3]]], [$found['text'], $found['marks']]);
		foreach (['bancs' => 'moyens', 'mairie' => 'cadre', 'comite' => 'auteurs', 'Limoux' => 'lieu', 'Aude' => 'autour', 'permacult' => null, 'genre practice' => 'genre'] as $words => $where) {
			self::assertSame($where === null ? [] : ['Le four à pain'], $this->titles('linh', ['q' => $words]), $words);
		}
		self::assertNull($this->data('GET', '/sheets', 'linh', ['q' => 'lavoir'])['sheets'][0]['found']);
		$corrected = $this->data('GET', '/sheets', 'linh', ['q' => 'ensenble']);
		self::assertSame([['from' => 'ensenble', 'to' => 'ensemble']], $corrected['corrected']);
	}

	public function testCriteriaAreCombined(): void {
		$this->group('banc', $this->cards['odile']);
		$group = $this->groupId('banc');
		$worked = self::whole();
		foreach (['worked', 'mixed', 'failed', 'failed'] as $i => $outcome) {
			$this->published($this->file("$i.md"), ['outcome' => $outcome, 'title' => "Fiche $i", 'terms' => $i < 2 ? ['permaculture'] : ['enfants'], 'groups' => $i === 3 ? [(int)$group] : []] + $worked);
		}
		$this->published($this->file('m.md'), ['title' => 'Méthode']);
		$facets = $this->data('GET', '/sheets', 'linh')['facets'];
		self::assertSame(['worked' => 1, 'mixed' => 1, 'failed' => 2], self::counts($facets['outcome']));
		self::assertSame([['practice' => 4, 'method' => 1], ['enfants' => 2, 'permaculture' => 2], [$group => 1]], [self::counts($facets['kind']), self::counts($facets['term']), self::counts($facets['group'])]);
		self::assertEquals(['commune:11206' => 4, 'departement:11' => 4], array_intersect_key(self::counts($facets['territory']), ['commune:11206' => 0, 'departement:11' => 0]));
		$failed = $this->data('GET', '/sheets', 'linh', ['facet' => ['outcome' => ['failed'], 'territory' => ['departement:11']]]);
		self::assertSame(2, $failed['total']);
		self::assertSame([['enfants' => 2], ['worked' => 1, 'mixed' => 1, 'failed' => 2]], [self::counts($failed['facets']['term']), self::counts($failed['facets']['outcome'])]);
		self::assertSame(['Fiche 3'], $this->titles('linh', ['facet' => ['group' => [$group], 'outcome' => ['failed', 'mixed']]]));
	}

	/** worked, mixed and failed are equal in rank: no list is ordered by them, and of alike sheets the outcome decides nothing. */
	public function testOutcomesDoNotAffectTheOrder(): void {
		$order = ['failed', 'worked', 'mixed', 'worked', 'failed', 'mixed'];
		foreach ($order as $i => $outcome) {
			$this->kernel->clock->stopAt(gmmktime(12, $i, 0, 11, 24, 2026));
			$this->published($this->file("$i.md"), ['outcome' => $outcome, 'title' => "Banc $i"] + self::whole());
		}
		$outcomes = fn (array $query): array => array_column($this->data('GET', '/sheets', 'linh', $query)['sheets'], 'outcome');
		self::assertSame($order, $outcomes(['sort' => 'title']));
		foreach ([[], ['sort' => 'fresh'], ['q' => 'banc'], ['q' => 'banc', 'sort' => 'relevance'], ['facet' => ['outcome' => ['worked', 'mixed', 'failed']]]] as $query) {
			self::assertSame(array_reverse($order), $outcomes($query), json_encode($query, JSON_THROW_ON_ERROR));
		}
		foreach ([[], ['q' => 'banc'], ['facet' => ['outcome' => ['failed']]]] as $query) {
			self::assertSame(['worked', 'mixed', 'failed'], array_column($this->data('GET', '/sheets', 'linh', $query)['facets']['outcome'], 'id'));
		}
	}

	public function testPagesFollowEachOther(): void {
		for ($i = 0; $i < 7; $i++) {
			$this->published($this->file("$i.md"), ['title' => "Banc $i"]);
		}
		foreach ([['sort' => 'title'], ['sort' => 'fresh'], ['q' => 'banc']] as $query) {
			$all = $this->titles('linh', $query);
			$pages = [];
			$cursor = '';
			do {
				$page = $this->data('GET', '/sheets', 'linh', $query + ['limit' => 3, 'cursor' => $cursor]);
				self::assertSame([7, $cursor === ''], [$page['total'], $page['facets'] !== null]);
				array_push($pages, ...array_column($page['sheets'], 'title'));
				$cursor = $page['next'];
			} while ($cursor !== null);
			self::assertSame($all, $pages);
		}
	}

	public function testASheetChangedToADraftIsNoLongerFound(): void {
		$file = $this->file('a.md');
		$this->published($file, ['title' => 'Lavoir']);
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 2, 'status' => 'draft']);
		self::assertSame([[], []], [$this->titles('odile'), $this->titles('odile', ['q' => 'lavoir'])]);
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 3, 'status' => 'published']);
		self::assertSame(['Lavoir'], $this->titles('linh', ['q' => 'lavoir']));
	}

	public function testTheIndexIsRebuiltIdentically(): void {
		$this->published($this->file('a.md'), self::whole() + ['title' => 'Lavoir']);
		$this->draft($this->file('b.md'), ['title' => 'Brouillon']);
		$stored = fn (): array => array_map(
			fn (string $columns, string $table): array => $this->kernel->get(IDBConnection::class)->executeQuery("SELECT $columns FROM `*PREFIX*$table` WHERE object_type = 'sheet' ORDER BY $columns")->fetchAll(),
			['object_id, name, fresh, hash', 'object_id, facet, term', 'facet, term, sum'],
			['reseau_objects', 'reseau_facets', 'reseau_facet_sums'],
		);
		$before = $stored();
		self::assertCount(1, $before[0]);
		$this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertEquals($before, $stored());
	}

	public function testAMergedWordFindsOlderSheets(): void {
		$this->load(['sectors' => [], 'themes' => [['id' => 'permaculture', 'fr' => 'Permaculture'], ['id' => 'jardinage', 'fr' => 'Jardinage']]]);
		$this->published($this->file('a.md'), ['title' => 'Lavoir', 'terms' => ['permaculture']]);
		$terms = array_column($this->data('GET', '/vocabulary/terms', 'romain')['lists']['themes'], null, 'slug');
		$reply = $this->ask('PUT', "/vocabulary/terms/{$terms['permaculture']['id']}/state", 'romain', ['version' => $terms['permaculture']['version'], 'state' => 'merged', 'into' => $terms['jardinage']['id']]);
		self::assertSame(200, $reply->status, $reply->body);
		foreach (['jardinage', 'permaculture'] as $word) {
			self::assertSame(['Lavoir'], $this->titles('linh', ['q' => $word]), $word);
			self::assertSame(['Lavoir'], $this->titles('linh', ['facet' => ['term' => [$word]]]), $word);
		}
	}

	public function testAnUnknownOrderIsRefused(): void {
		self::assertSame('sort', $this->assertRefused(400, 'unknown_sort', 'GET', '/sheets?sort=best', 'odile')['field']);
	}
}
