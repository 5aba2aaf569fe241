<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Vocabulary;

use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Vocabulary\ExpressionRules;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IDBConnection;
use PDO;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What expressions mean in this network: what an entry may hold, who changes it, and what follows for texts, cards and kits. */
#[Group('databases')]
class ExpressionsTest extends NetworkTestCase {
	private const PATH = '/vocabulary/expressions';

	/** @var array{term: string, means: list<string>, not: list<string>} */
	private array $shed;

	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->facilitator('fanny');
		$this->facilitator('felix');
		[$means, $not] = array_keys((new KnowledgeBase())->get()->names());
		$this->shed = ['term' => 'la grande zigouille', 'means' => [$means], 'not' => [$not]];
	}

	public function testTheSharedLimits(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/expression-limits.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($shared, ExpressionRules::LIMITS);
	}

	public function testOnlyFacilitatorsSeeAndChangeThem(): void {
		$made = $this->add();
		foreach ([['GET', self::PATH], ['POST', self::PATH], ['POST', self::PATH . '/read'], ['PUT', self::PATH . "/{$made['id']}"], ['DELETE', self::PATH . "/{$made['id']}"]] as [$method, $path]) {
			$this->assertRefused(403, 'not_yours', $method, $path, 'alice', $method === 'GET' ? [] : ['text' => 'x', 'version' => 1] + $this->shed);
		}
		['expressions' => $expressions, 'situations' => $situations] = $this->data('GET', self::PATH, 'felix');
		self::assertEquals([$made], $expressions);
		self::assertContains($this->shed['means'][0], array_column($situations, 'id'));
	}

	public function testAFacilitatorAddsChangesRemovesAndRestoresThem(): void {
		$made = $this->add();
		$changed = $this->data('PUT', self::PATH . "/{$made['id']}", 'felix', ['not' => [], 'version' => 1] + $this->shed);
		self::assertEquals(['not' => [], 'version' => 2] + $made, $changed);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', self::PATH . "/{$made['id']}", 'fanny', ['term' => 'la zouzou', 'version' => 1] + $this->shed);
		self::assertEquals($changed, $refusal['current']);
		self::assertEquals($changed, $this->data('DELETE', self::PATH . "/{$made['id']}", 'fanny'));
		self::assertSame([], $this->data('GET', self::PATH, 'fanny')['expressions']);
		$this->assertRefused(404, 'not_found', 'DELETE', self::PATH . "/{$made['id']}", 'fanny');
		$back = $this->add();
		self::assertSame($made['id'], $back['id']);
		self::assertGreaterThan(2, $back['version']);
	}

	/** @return iterable<string, array{array<string, mixed>, int, string, ?string}> */
	public static function refused(): iterable {
		yield 'no expression' => [['term' => ' '], 400, 'term_missing', 'term'];
		yield 'words of every sentence' => [['term' => 'pour les'], 400, 'everyday_words', 'term'];
		yield 'an expression that is no text' => [['term' => 3], 400, 'wrong_type', 'term'];
		yield 'a long expression' => [['term' => str_repeat('é', 81)], 400, 'too_long', 'term'];
		yield 'many words' => [['term' => 'un chat blanc noir roux gris bleu vert'], 400, 'too_many', 'term'];
		yield 'no situation' => [['means' => [], 'not' => []], 400, 'situation_missing', 'means'];
		yield 'an unknown situation' => [['means' => ['not-known-at-all']], 400, 'unknown_situation', 'means.0'];
		yield 'a script for a situation' => [['means' => ['<script>']], 400, 'unknown_situation', 'means.0'];
		yield 'many situations' => [['means' => ['a', 'b', 'c', 'd', 'e', 'f']], 400, 'too_many', 'means'];
		yield 'the same words in another form' => [['term' => 'Occupées, les places'], 409, 'duplicate_term', 'term'];
	}

	/** @param array<string, mixed> $wrong */
	#[DataProvider('refused')]
	public function testInvalidInputIsRefusedWithItsField(array $wrong, int $status, string $reason, ?string $field): void {
		$this->add(['term' => 'place occupée']);
		$made = $this->add();
		foreach ([['POST', self::PATH], ['PUT', self::PATH . "/{$made['id']}"]] as [$method, $path]) {
			$refusal = $this->assertRefused($status, $reason, $method, $path, 'fanny', $wrong + ['version' => 1] + ($method === 'POST' ? ['term' => 'la zouzou'] : []) + $this->shed);
			self::assertSame($field, $refusal['field']);
		}
	}

	public function testASituationIsNotMeantAndDeniedAtTheSameTime(): void {
		$this->assertRefused(400, 'contradiction', 'POST', self::PATH, 'fanny', ['not' => $this->shed['means']] + $this->shed);
	}

	public function testWhatTheNetworkSaysWins(): void {
		$names = (new KnowledgeBase())->get()->names();
		$sentence = 'Je voudrais passer une journée à la grande zigouille';
		$means = $this->shed['means'][0];
		$first = fn (string $text): ?string => $this->data('POST', self::PATH . '/read', 'fanny', ['text' => $text])['situations'][0]['id'] ?? null;
		self::assertNotSame($means, $first($sentence));
		$made = $this->add();
		$read = $this->data('POST', self::PATH . '/read', 'fanny', ['text' => $sentence]);
		self::assertSame([$means, $names[$means]], [$read['situations'][0]['id'], $read['situations'][0]['name']]);
		self::assertSame(['grande', 'zigouille'], $read['situations'][0]['words']);
		self::assertNotSame([], $read['situations'][0]['known']);
		foreach (['need', 'help'] as $side) {
			self::assertStringStartsWith($names[$means], $read[$side][0]);
		}
		self::assertNotSame($means, $first('Une journée à la zigouille'), 'all words of an expression');
		$this->data('DELETE', self::PATH . "/{$made['id']}", 'fanny');
		self::assertNotSame($means, $first($sentence));
	}

	public function testAWordNoLongerMeansWhatIsDenied(): void {
		$text = 'apprendre la soudure';
		$found = fn (): array => array_column($this->data('POST', self::PATH . '/read', 'fanny', ['text' => $text])['situations'], 'id');
		$denied = $found()[0];
		$this->add(['term' => 'soudure', 'means' => [], 'not' => [$denied]]);
		self::assertNotContains($denied, $found());
	}

	public function testCardsAreIndexedAgain(): void {
		$this->card('alice', ['seeks' => [['text' => 'La grande zigouille']]]);
		$subjects = fn (): array => $this->kernel->get(KnowledgeBase::class)->get()->subjectsIn('La grande zigouille', Side::Need);
		$stored = function (): array {
			$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
			return array_map(intval(...), $qb->select('subject')->from('reseau_subjects')->executeQuery()->fetchAll(PDO::FETCH_COLUMN));
		};
		$before = $stored();
		$this->add();
		self::assertNotEquals($before, $stored());
		self::assertContains(array_key_first($subjects()), $stored());
	}

	public function testAKitCarriesThemAndAddsThemOnce(): void {
		$this->add();
		$kit = Kit::read($this->kernel->get(Kit::class)->export(null));
		self::assertSame([$this->shed], $kit['vocabulary'][Vocabulary::EXPRESSIONS]);
		parent::setUp();
		$this->facilitator('fanny');
		self::assertSame(['made', 'unchanged'], [$this->takeKit($kit), $this->takeKit($kit)]);
		self::assertSame([$this->shed], array_map(static fn (array $one): array => array_diff_key($one, ['id' => 0, 'version' => 0]), $this->data('GET', self::PATH, 'fanny')['expressions']));
		$wrong = ['vocabulary' => [Vocabulary::EXPRESSIONS => [['means' => ['<b>']] + ['term' => 'la zouzou'] + $this->shed]]] + $kit;
		self::assertSame('skipped', $this->takeKit($wrong));
	}

	/** @param array<string, mixed> $kit */
	private function takeKit(array $kit): string {
		foreach ($this->kernel->get(Kit::class)->take($kit, null)->rows() as ['row' => $row, 'outcome' => $outcome]) {
			if (str_starts_with($row, Vocabulary::EXPRESSIONS)) {
				return $outcome;
			}
		}
		return 'missing';
	}

	/**
	 * @param array<string, mixed> $other
	 * @return array<string, mixed>
	 */
	private function add(array $other = []): array {
		return $this->data('POST', self::PATH, 'fanny', $other + $this->shed, 201);
	}
}
