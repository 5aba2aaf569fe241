<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use Exception;
use OCA\Reseau\Integration\Command\ReindexCommand as ReindexCommand;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Integration\IndexedTypes;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Search\Reindex;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Symfony\Component\Console\Tester\CommandTester;

/** At any time, the index equals a freshly built one. */
#[Group('databases')]
class IndexInStepTest extends NetworkTestCase {
	private const TABLES = ['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_facet_sums', 'reseau_subjects', 'reseau_spellings'];

	/** Cards of the runs that are stopped: enough for several steps of the reindex. */
	private const CARDS = 260;

	protected function setUp(): void {
		parent::setUp();
		array_map($this->account(...), ['alice', 'bob', 'carole', 'zoe']);
		$this->facilitator('fanny');
	}

	public function testThroughTheLifeOfAnOwnCard(): void {
		$card = $this->card('alice', self::fullCard('a', Audience::Members));
		$this->assertInStep('making a card');
		$this->card('bob');
		$this->assertInStep('making an empty card');
		foreach (['public', 'groups', 'me', 'members'] as $level) {
			$card = $this->save($card, ['audience' => array_fill_keys(array_keys($card['audience']), $level)]);
			$this->assertInStep("showing everything to $level");
		}
		$changes = [
			['name' => 'Élodie de l’Âtre'],
			['headline' => '', 'drives' => 'L’eau, la pluie', 'skills' => []],
			['seeks' => [['text' => 'Une grange', 'terms' => ['permaculture', 'enfants']], ['text' => 'Une grange', 'terms' => ['permaculture']]], 'audience' => ['seeks' => 'groups']],
			['values' => ['ecoute', 'Écoute'], 'sectors' => [], 'territories' => [['code' => '11', 'kind' => 'departement', 'name' => ''], ['code' => '11206', 'kind' => 'commune', 'name' => '']]],
			['contact' => ['email' => 'elodie@example.org', 'phone' => '01 99 00 00 00'], 'audience' => ['phone' => 'public', 'contact' => 'me']],
			['contact' => [], 'seeks' => [], 'offers' => [], 'values' => [], 'territories' => [], 'drives' => ''],
			[],
		];
		foreach ($changes as $change) {
			$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 3600);
			$card = $this->save($card, $change);
			$this->assertInStep('changing ' . implode(', ', array_keys($change)));
		}
		$this->ask('PUT', "/members/{$card['id']}", 'alice', ['version' => 1, 'drives' => 'Trop tard']);
		$this->assertInStep('a change that came too late');
		$this->ask('PUT', "/members/{$card['id']}", 'alice', ['version' => $card['version'], 'sectors' => ['nulle-part']]);
		$this->assertInStep('a change that was refused');
		foreach (['paused', 'published', 'withdrawn', 'published', 'paused', 'withdrawn', 'published'] as $status) {
			$card = $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => $status, 'version' => $card['version']]);
			$this->assertInStep("becoming $status");
			self::assertSame($status === 'published' ? 2 : 1, count($this->rows('reseau_objects')));
		}
		$this->data('DELETE', '/members/me', 'alice');
		$this->assertInStep('deleting it');
		$this->data('DELETE', '/members/me', 'bob');
		self::assertSame([[], [], [], []], array_map($this->rows(...), array_slice(self::TABLES, 0, 4)), 'nobody is left');
	}

	public function testThroughTheLifeOfAKeptCard(): void {
		$card = $this->data('POST', '/members', 'alice', self::fullCard('k', Audience::Groups), 201);
		self::assertSame([], $this->rows('reseau_objects'), 'nobody agreed yet');
		$this->assertInStep('making a draft');
		$card = $this->data('PUT', "/members/{$card['id']}", 'alice', ['drives' => 'Autre chose', 'version' => $card['version']]);
		$this->assertInStep('changing a draft');
		$this->data('POST', "/members/{$card['id']}/consent", 'alice', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		$this->assertInStep('writing down the consent');
		$card = $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => $card['version']]);
		$this->assertInStep('publishing it');
		$this->data('PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => 'fanny']);
		$this->assertInStep('passing it on');
		$this->data('PUT', "/members/{$card['id']}/steward", 'fanny', ['uid' => null]);
		$this->assertInStep('passing it on to the facilitators');
		$token = basename($this->data('POST', "/members/{$card['id']}/claim-link", 'fanny', [], 201)['url']);
		$this->data('POST', "/claims/$token", 'carole', []);
		$this->assertInStep('taking it over');

		$kept = $this->keptCard('alice', self::fullCard('m', Audience::Members));
		$own = $this->card('bob', self::fullCard('n', Audience::Me));
		$this->group('eau', $own, $this->card('fanny'));
		$token = basename($this->data('POST', "/members/{$kept['id']}/claim-link", 'alice', [], 201)['url']);
		$this->data('POST', "/claims/$token", 'bob', ['merge' => true]);
		$this->assertInStep('making two cards one');
		self::assertSame(1, count(array_intersect(array_column($this->rows('reseau_objects'), 'object_id'), [(string)$kept['id'], (string)$own['id']])));

		$other = $this->keptCard('alice', ['name' => 'Une Autre']);
		$this->data('DELETE', "/members/{$other['id']}", 'alice');
		$this->assertInStep('deleting a kept card');
	}

	public function testThroughWhatHappensToAccounts(): void {
		$users = $this->kernel->get(IUserManager::class);
		$this->card('alice', self::fullCard('a', Audience::Public));
		$kept = $this->keptCard('alice', self::fullCard('k', Audience::Me));
		$this->card('bob');
		$users->get('alice')->setEnabled(false);
		$this->assertInStep('an account is disabled');
		self::assertSame([], $this->found('alice', 'bob'));
		self::assertSame([], $this->found('headline', 'bob'));
		$users->get('alice')->setEnabled(true);
		$this->assertInStep('an account is back');
		self::assertCount(1, $this->found('headline', 'bob'));
		$users->get('alice')->delete();
		$this->assertInStep('an account is deleted');
		self::assertSame([], $this->found('headline', 'bob'));
		self::assertSame([$kept['id']], $this->found('headline', 'fanny'), 'the facilitators keep it now');
	}

	public function testThroughImports(): void {
		$row = ['id' => 'zoe', 'name' => 'Zoé', 'account' => true, 'drives' => 'Le vent', 'joined' => '2025-01-02'];
		$kept = ['id' => 'yvon', 'name' => 'Yvon', 'account' => false, 'steward' => 'alice', 'joined' => '2025-01-02', 'drives' => 'La brebis',
			'consent' => ['date' => '2025-01-01', 'how' => 'Signé sur papier']];
		$load = fn (array ...$rows) => $this->kernel->get(ImportFile::class)->loadData($rows);
		$load($row, $kept, ['id' => 'xena', 'name' => 'Xéna', 'sectors' => ['nulle-part']]);
		$this->assertInStep('an import');
		$load(['drives' => 'Le vent du nord'] + $row, ['consent' => null] + $kept);
		$this->assertInStep('an import of corrections, one of them a consent undone');
		$load($kept);
		$this->assertInStep('an import again');
		$load(['id' => 'carole', 'name' => 'Carole', 'account' => true, 'status' => 'paused'], ['id' => 'later', 'name' => 'Plus Tard', 'account' => true]);
		$this->assertInStep('an import of a paused card and of one without its account');
		$this->account('later');
		$load(['id' => 'later', 'name' => 'Plus Tard', 'account' => true]);
		$this->assertInStep('an import that links a card to its account');
		$this->load([['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'memberships' => [['member' => 'yvon', 'role' => 'membre']]]]);
		$this->assertInStep('an import of groups');
	}

	public function testThroughWhatFacilitatorsDoToTheVocabulary(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin']], 'themes' => [['id' => 'sols', 'fr' => 'Sols']]]);
		$card = ['values' => ['soin', 'ecoute', 'Lenteur', 'Attention'], 'seeks' => [['text' => 'Une serre', 'terms' => ['sols', 'permaculture']]]];
		$this->card('alice', $card + self::fullCard('a', Audience::Members));
		$this->card('bob', $card + self::fullCard('b', Audience::Me));
		$this->data('PUT', "/members/{$this->card('carole', $card)['id']}/status", 'carole', ['status' => 'paused', 'version' => 1]);
		$state = function (string $slug, string $state, string $into = ''): void {
			$ids = [];
			foreach ($this->data('GET', '/vocabulary/terms', 'fanny')['lists'] as $list) {
				$ids += array_column($list, null, 'slug');
			}
			$body = ['state' => $state, 'into' => $ids[$into]['id'] ?? null, 'version' => $ids[$slug]['version']];
			$this->data('PUT', "/vocabulary/terms/{$ids[$slug]['id']}/state", 'fanny', $body);
			$this->assertInStep("$slug being $state $into");
		};
		$state('soin', 'merged', 'ecoute');
		$state('sols', 'merged', 'permaculture');
		$adopted = $this->data('POST', '/vocabulary/terms', 'fanny', ['list' => 'values', 'labels' => ['fr' => 'Lenteur'], 'meaning' => '', 'spellings' => ['Attention']], 201);
		$this->assertInStep('adopting a word');
		$state('ecoute', 'merged', 'lenteur');
		$state('soin', 'offered');
		$state('sols', 'offered');
		$state('ecoute', 'retired');
		$this->data('PUT', "/vocabulary/terms/{$adopted['id']}", 'fanny', ['version' => 1, 'spellings' => []] + $adopted);
		$this->assertInStep('a spelling less');
		$this->data('PUT', "/vocabulary/terms/{$adopted['id']}", 'fanny', ['version' => 2, 'labels' => ['fr' => 'Attention']] + $adopted);
		$this->assertInStep('another label');
	}

	/** The vocabulary and the glossary are read at search time; the index stores only ids. */
	public function testTheVocabularyDoesNotChangeTheIndex(): void {
		$this->card('alice', self::fullCard('a', Audience::Members));
		$before = $this->stored();
		$this->load([
			'values' => [['id' => 'ecoute', 'fr' => 'Attention', 'en' => 'Attention']],
			'themes' => [['id' => 'permaculture', 'fr' => 'Sols vivants', 'en' => 'Living soil']],
			'glossary' => [['term' => 'permaculture', 'acronyms' => ['PMC'], 'synonyms' => ['agriculture naturelle'], 'themes' => ['permaculture']]],
		]);
		self::assertSame($before, $this->stored());
		$this->assertInStep('another vocabulary');
		foreach (['sols vivants', 'PMC', 'agriculture naturelle'] as $q) {
			self::assertCount(1, $this->found($q, 'bob'), $q);
		}
	}

	public function testARollbackIncludesTheIndex(): void {
		$card = $this->card('alice', self::fullCard('a', Audience::Members));
		$before = $this->stored();
		$db = $this->kernel->get(IDBConnection::class);
		$members = $this->kernel->get(MemberMapper::class);
		$db->beginTransaction();
		$this->kernel->get(MemberService::class)->save($members->findById($card['id']), ['drives' => 'Pour rien', 'version' => $card['version']]);
		self::assertNotSame($before, $this->stored());
		$db->rollBack();
		self::assertSame($before, $this->stored());
		$this->assertInStep('a change that came to nothing');
	}

	/** Stopped in the middle of a step and between two, it answers all the while and ends as if it had never been stopped. */
	public function testAKilledReindexContinues(): void {
		$this->manyCards();
		$expected = $this->stored();
		$answer = $this->ask('GET', '/members', 'bob', ['q' => 'riviere enfants', 'limit' => 100])->body;
		$this->ageEverything();
		$reindex = $this->kernel->get(Reindex::class);
		$stops = 0;
		foreach ([120, 30, 95] as $documents) {
			try {
				$reindex->run([$this->failingAfter($documents)], false, static fn (): bool => true);
				self::fail('It ran to its end');
			} catch (Exception $e) {
				self::assertSame('killed', $e->getMessage());
				$stops++;
			}
			self::assertSame($answer, $this->ask('GET', '/members', 'bob', ['q' => 'riviere enfants', 'limit' => 100])->body, "after stop $stops");
			self::assertFalse($reindex->isDone());
		}
		self::assertNotNull($reindex->place());
		self::assertStringContainsString('continuing', $this->occ(ReindexCommand::class));
		self::assertTrue($reindex->isDone());
		self::assertSame($expected, $this->stored());
		$this->assertInStep('being killed');
	}

	public function testAnInterruptedReindexContinues(): void {
		$this->manyCards();
		$expected = $this->stored();
		$this->ageEverything();
		$before = $this->ask('GET', '/members/facets', 'bob', ['of' => 'theme'])->body;
		$command = $this->kernel->get(ReindexCommand::class);
		$command->handleSignal(SIGTERM);
		$tester = new CommandTester($command);
		self::assertSame(130, $tester->execute([]), $tester->getDisplay());
		self::assertSame($before, $this->ask('GET', '/members/facets', 'bob', ['of' => 'theme'])->body);
		// What happens to cards in between counts.
		$this->kernel->get(IUserManager::class)->get('alice')->delete();
		$this->card('bob', ['drives' => 'Entre-temps']);
		$this->occ(ReindexCommand::class);
		$this->assertInStep('being interrupted');
		self::assertNotSame($expected, $this->stored());
	}

	/** Orphaned rows are deleted, missing ones are added, sums are recounted. */
	public function testAReindexRepairsTheIndex(): void {
		$this->manyCards(5);
		$expected = $this->stored();
		$db = $this->kernel->get(IDBConnection::class);
		foreach (['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_subjects'] as $table) {
			$qb = $db->getQueryBuilder();
			$qb->delete($table)->where($qb->expr()->eq('object_id', $qb->createNamedParameter(2, IQueryBuilder::PARAM_INT)))->executeStatement();
		}
		// Of another only the object: its words and terms must not be there twice.
		$qb = $db->getQueryBuilder();
		$qb->delete('reseau_objects')->where($qb->expr()->eq('object_id', $qb->createNamedParameter(3, IQueryBuilder::PARAM_INT)))->executeStatement();
		$qb = $db->getQueryBuilder();
		$qb->update('reseau_facet_sums')->set('sum', $qb->createNamedParameter(77, IQueryBuilder::PARAM_INT))->executeStatement();
		$columns = ['object_type' => 'member', 'object_id' => 4711, 'scope' => 4711, 'audience' => 3];
		$stray = [
			['reseau_objects', ['name' => 'x', 'fresh' => 1, 'hash' => 'x', 'format' => 1]],
			['reseau_index', ['token' => 'x', 'field' => 'name', 'weight' => 1]],
			// Words and terms of what is neither there nor stored as an object.
			['reseau_index', ['object_id' => 4712, 'token' => 'y', 'field' => 'name', 'weight' => 1]],
			['reseau_facets', ['object_id' => 4713, 'facet' => 'theme', 'term' => 'z']],
			['reseau_facet_sets', ['object_id' => 4714, 'facet' => 'theme', 'terms' => 'z']],
			['reseau_subjects', ['object_id' => 4715, 'facet' => 'seek', 'subject' => 1, 'strength' => 1]],
		];
		foreach ($stray as [$table, $more]) {
			$qb = $db->getQueryBuilder();
			$qb->insert($table)->values(array_map($qb->createNamedParameter(...), $more + $columns))->executeStatement();
		}
		$this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertSame($expected, $this->stored());
	}

	/**
	 * @param array<string, mixed> $card
	 * @param array<string, mixed> $change
	 * @return array<string, mixed>
	 */
	private function save(array $card, array $change): array {
		return $this->data('PUT', "/members/{$card['id']}", 'alice', $change + ['version' => $card['version']]);
	}

	private function assertInStep(string $after): void {
		$kept = $this->stored();
		foreach (self::TABLES as $table) {
			$this->kernel->get(IDBConnection::class)->getQueryBuilder()->delete($table)->executeStatement();
		}
		$this->occ(ReindexCommand::class, ['--fresh' => true]);
		$recreated = $this->stored();
		foreach ($recreated as $table => $rows) {
			self::assertSame($rows, $kept[$table], "$table after $after");
		}
	}

	/** @return array<string, list<array<string, string>>> everything the search is answered from, in one order; sums of nothing left out */
	private function stored(): array {
		return array_combine(self::TABLES, array_map($this->rows(...), self::TABLES));
	}

	/** @return list<array<string, string>> */
	private function rows(string $table): array {
		$rows = $this->kernel->get(IDBConnection::class)->getQueryBuilder()->select('*')->from($table)->executeQuery()->fetchAll();
		$rows = array_map(static fn (array $row): array => array_map(strval(...), array_diff_key($row, ['id' => 0])), $rows);
		$rows = array_filter($rows, static fn (array $row): bool => ($row['sum'] ?? '') !== '0');
		sort($rows);
		return $rows;
	}

	/** @return list<int> */
	private function found(string $q, string $viewer): array {
		return array_column($this->data('GET', '/members', $viewer, ['q' => $q])['members'], 'id');
	}

	private function manyCards(int $cards = self::CARDS): void {
		$rows = [];
		for ($i = 0; $i < $cards; $i++) {
			$rows[] = [
				'id' => "p$i", 'name' => "Personne $i", 'account' => false, 'steward' => 'alice', 'drives' => "La rivière numéro $i",
				'offers' => [['text' => 'Jouer', 'terms' => [$i % 3 === 0 ? 'enfants' : 'permaculture']]],
				'consent' => ['date' => '2026-11-01', 'how' => 'De vive voix'],
			];
		}
		$this->load($rows);
	}

	/** As if everything had been stored by an older version, which made other tokens as well. */
	private function ageEverything(): void {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->update('reseau_objects')
			->set('hash', $qb->createNamedParameter('older'))
			->set('format', $qb->createNamedParameter(0, IQueryBuilder::PARAM_INT))
			->executeStatement();
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->update('reseau_index')
			->set('weight', $qb->createNamedParameter(1, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('field', $qb->createNamedParameter('offers')))
			->executeStatement();
	}

	/** The cards, until the process is killed. */
	private function failingAfter(int $documents): Indexable {
		$cards = $this->kernel->get(IndexedTypes::class)->types()[0];
		return new class($cards, $documents) implements Indexable {
			public function __construct(
				private readonly Indexable $cards,
				private int $documents,
			) {
			}

			public function type(): string {
				return $this->cards->type();
			}

			public function count(): int {
				return $this->cards->count();
			}

			public function idsAfter(int $id, int $limit): array {
				return $this->cards->idsAfter($id, $limit);
			}

			public function documents(array $ids): array {
				$this->documents -= count($ids);
				return $this->documents >= 0 ? $this->cards->documents($ids) : throw new Exception('killed');
			}
		};
	}
}
