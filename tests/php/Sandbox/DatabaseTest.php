<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use LogicException;
use OCA\Tiny\Thing;
use OCA\Tiny\ThingMapper;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\TTransactional;
use OCP\AppFramework\Services\IAppConfig;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Sandbox\Kernel\Kernel;

/** Entities, mappers, the query builder and transactions. */
#[Group('databases')]
class DatabaseTest extends TestCase {
	use TTransactional;

	private Kernel $kernel;

	private IDBConnection $db;

	private ThingMapper $mapper;

	protected function setUp(): void {
		$this->kernel = sandbox(__DIR__ . '/app');
		$this->db = $this->kernel->get(IDBConnection::class);
		$this->mapper = $this->kernel->get(ThingMapper::class);
	}

	public function testAnEntityIsReadBackUnchanged(): void {
		$thing = $this->thing('odile', 'Été 100 % _ \\', true);
		$found = $this->mapper->find($thing->getId());
		self::assertSame(['odile', 'Été 100 % _ \\', true, []], [
			$found->getOwnerUid(), $found->getTitle(), $found->isDone(), $found->getUpdatedFields(),
		]);
		$found->setDone(null);
		$found->setOwnerUid('odile');
		self::assertSame(['done' => true], $found->getUpdatedFields());
		$this->mapper->update($found);
		self::assertNull($this->mapper->find($thing->getId())->isDone());
		$this->mapper->delete($found);
		$this->expectException(DoesNotExistException::class);
		$this->mapper->find($thing->getId());
	}

	public function testTheReasonOfARefusal(): void {
		$this->thing('odile', 'a');
		try {
			$this->thing('odile', 'a');
			self::fail('The index is not unique');
		} catch (Exception $e) {
			self::assertSame(Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION, $e->getReason());
		}
	}

	public function testConditions(): void {
		foreach (['one', 'Two', 'th%ee', 'o_e', null] as $title) {
			$this->thing('odile', $title, $title === 'one');
		}
		$count = function (callable $condition): int {
			$qb = $this->db->getQueryBuilder();
			$qb->select($qb->func()->count('*', 'n'))->from('tiny_things', 't')->where($condition($qb, $qb->expr()));
			return (int)$qb->executeQuery()->fetchOne();
		};
		$is = fn (string $value) => fn ($qb) => $qb->createNamedParameter($value);
		self::assertSame(1, $count(fn ($qb, $e) => $e->eq('t.title', $is('one')($qb))));
		self::assertSame(3, $count(fn ($qb, $e) => $e->neq('title', $is('one')($qb))));
		self::assertSame(1, $count(fn ($qb, $e) => $e->isNull('title')));
		self::assertSame(4, $count(fn ($qb, $e) => $e->isNotNull('title')));
		self::assertSame(1, $count(fn ($qb, $e) => $e->eq('done', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL))));
		self::assertSame(2, $count(fn ($qb, $e) => $e->in('title', $qb->createNamedParameter(['one', 'Two'], IQueryBuilder::PARAM_STR_ARRAY))));
		self::assertSame(0, $count(fn ($qb, $e) => $e->in('id', $qb->createNamedParameter([], IQueryBuilder::PARAM_INT_ARRAY))));
		self::assertSame(2, $count(fn ($qb, $e) => $e->notIn('title', $qb->createNamedParameter(['one', 'Two'], IQueryBuilder::PARAM_STR_ARRAY))));
		self::assertSame(0, $count(fn ($qb, $e) => $e->like('title', $is('two')($qb))));
		self::assertSame(1, $count(fn ($qb, $e) => $e->iLike('title', $is('two')($qb))));
		self::assertSame(2, $count(fn ($qb, $e) => $e->like('title', $is('o_e')($qb))));
		self::assertSame(1, $count(fn ($qb, $e) => $e->like('title', $is($this->db->escapeLikeParameter('o_e'))($qb))));
		self::assertSame(1, $count(fn ($qb, $e) => $e->like('title', $is('th' . $this->db->escapeLikeParameter('%') . '%')($qb))));
		self::assertSame(2, $count(fn ($qb, $e) => $e->orX($e->eq('title', $is('one')($qb)), $e->andX($e->isNull('title'), $e->eq('owner_uid', $is('odile')($qb))))));
		self::assertSame(1, $count(fn ($qb, $e) => $e->eq($qb->func()->lower('title'), $is('two')($qb))));
	}

	public function testJoinsGroupsOrderAndPages(): void {
		foreach ([['a', '1'], ['a', '2'], ['b', '1'], ['c', '3']] as [$uid, $title]) {
			$this->thing($uid, $title);
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select('x.owner_uid')->selectAlias($qb->func()->count('y.id'), 'n')
			->from('tiny_things', 'x')
			->leftJoin('x', 'tiny_things', 'y', $qb->expr()->andX($qb->expr()->eq('x.title', 'y.title'), $qb->expr()->neq('x.id', 'y.id')))
			->groupBy('x.owner_uid')->orderBy('n', 'DESC')->addOrderBy('x.owner_uid')->setMaxResults(2)->setFirstResult(1);
		self::assertEquals([['owner_uid' => 'b', 'n' => 1], ['owner_uid' => 'c', 'n' => 0]], $qb->executeQuery()->fetchAll());

		$inner = $this->db->getQueryBuilder();
		$outer = $this->db->getQueryBuilder();
		$inner->select('title')->from('tiny_things')->where($inner->expr()->eq('owner_uid', $outer->createNamedParameter('b')));
		$outer->selectDistinct('owner_uid')->from('tiny_things')
			->where($outer->expr()->in('title', $outer->createFunction($inner->getSQL())))
			->orderBy('owner_uid');
		self::assertSame(['a', 'b'], $outer->executeQuery()->fetchFirstColumn());
	}

	public function testCountsOfGroups(): void {
		foreach ([['a', '1'], ['a', '2'], ['b', '1'], ['c', '3'], ['c', '4'], ['c', '5']] as [$uid, $title]) {
			$this->thing($uid, $title);
		}
		$qb = $this->db->getQueryBuilder();
		$two = $qb->createNamedParameter(2, IQueryBuilder::PARAM_INT);
		$qb->select('owner_uid')
			->selectAlias($qb->func()->count('id'), 'n')
			->selectAlias($qb->func()->max($qb->func()->add('id', $two)), 'last')
			->from('tiny_things')
			->groupBy('owner_uid')
			->orderBy('n', 'DESC');
		$rows = $qb->executeQuery()->fetchAll();
		self::assertSame([['c', 3], ['a', 2], ['b', 1]], array_map(static fn ($row) => [$row['owner_uid'], (int)$row['n']], $rows));
		self::assertSame($this->mapper->ofOwner('a')[1]->getId() + 2, (int)$rows[1]['last']);
	}

	public function testSubQueriesShareTheParametersOfTheOuterOne(): void {
		foreach ([['a', '1'], ['a', '2'], ['b', '1'], ['c', '3']] as [$uid, $title]) {
			$this->thing($uid, $title);
		}
		$qb = $this->db->getQueryBuilder();
		$owners = $qb->createNamedParameter(['a', 'c'], IQueryBuilder::PARAM_STR_ARRAY);
		$least = $qb->createNamedParameter(0, IQueryBuilder::PARAM_INT);
		$titles = $this->db->getQueryBuilder();
		$titles->select('title')->from('tiny_things')->where($qb->expr()->in('owner_uid', $owners))->andWhere($qb->expr()->gt('id', $least));
		$counts = $this->db->getQueryBuilder();
		$counts->select('title')->selectAlias($qb->func()->count('id'), 'n')->from('tiny_things')
			->where($qb->expr()->gt('id', $least))->groupBy('title');
		$qb->select('x.title', 'y.n')->from($qb->createFunction('(' . $counts->getSQL() . ')'), 'y')
			->innerJoin('y', 'tiny_things', 'x', $qb->expr()->eq('x.title', 'y.title'))
			->where($qb->expr()->in('x.title', $qb->createFunction($titles->getSQL())))
			->andWhere($qb->expr()->in('x.owner_uid', $owners))
			->orderBy('x.title');
		$rows = $qb->executeQuery()->fetchAll();
		self::assertSame(['1' => 2, '2' => 1, '3' => 1], array_map('intval', array_column($rows, 'n', 'title')));

		// The whole statement as text goes with the same parameters.
		$same = $this->db->executeQuery($qb->getSQL(), $qb->getParameters(), $qb->getParameterTypes());
		self::assertSame($rows, $same->fetchAll());
	}

	public function testSqlAsText(): void {
		$this->thing('a', '1');
		$copied = $this->db->executeStatement(
			'INSERT INTO `*PREFIX*tiny_things` (`owner_uid`, `title`) SELECT ?, `title` FROM `*PREFIX*tiny_things` WHERE `title` IN (?)',
			['b', ['1', '2']],
			[IQueryBuilder::PARAM_STR, IQueryBuilder::PARAM_STR_ARRAY],
		);
		self::assertSame(1, $copied);
		$sql = 'SELECT `owner_uid` FROM `*PREFIX*tiny_things` WHERE `id` > :least AND `title` = :title OR `id` < :least ORDER BY `owner_uid`';
		$found = $this->db->executeQuery($sql, ['least' => 0, 'title' => '1'], ['least' => IQueryBuilder::PARAM_INT]);
		self::assertSame(['a', 'b'], $found->fetchFirstColumn());
		try {
			$this->db->executeStatement('UPDATE `*PREFIX*tiny_things` SET `owner_uid` = ?', ['a']);
			self::fail('The index is not unique');
		} catch (Exception $e) {
			self::assertSame(Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION, $e->getReason());
		}
	}

	public function testAllOrNothing(): void {
		try {
			$this->atomic(function (): void {
				$this->thing('odile', 'a');
				throw new RuntimeException('stop');
			}, $this->db);
		} catch (RuntimeException) {
		}
		self::assertSame([], $this->mapper->ofOwner('odile'));
		self::assertFalse($this->db->inTransaction());

		$this->atomic(fn () => $this->atomic(fn () => $this->thing('odile', 'b'), $this->db), $this->db);
		self::assertCount(1, $this->mapper->ofOwner('odile'));

		// An inner part that fails takes the rest with it even where its exception is caught.
		$this->expectException(LogicException::class);
		$this->atomic(function (): void {
			try {
				$this->atomic(fn () => throw new RuntimeException('inner'), $this->db);
			} catch (RuntimeException) {
			}
		}, $this->db);
	}

	public function testDeletingAnAccountDispatchesAnEvent(): void {
		$user = $this->kernel->createUser('odile', 'Odile');
		$this->thing('odile', 'a');
		$user->delete();
		self::assertSame([], $this->mapper->ofOwner('odile'));
		self::assertNull($this->kernel->get(IUserManager::class)->get('odile'));
	}

	public function testMigrationsRunOnce(): void {
		$this->thing('odile', 'a');
		$this->kernel->migrate();
		self::assertCount(1, $this->mapper->ofOwner('odile'));
	}

	public function testRepairStepsRunOnInstallationAndUpgrade(): void {
		$mended = fn (): string => $this->kernel->get(IAppConfig::class)->getAppValueString('mended');
		self::assertSame('2', $mended());
		$this->kernel->migrate();
		self::assertSame('2', $mended());
		$this->kernel->get(IAppConfig::class)->setAppValueString('installed_version', '0.9.0');
		$this->kernel->migrate();
		self::assertSame('3', $mended());
	}

	private function thing(string $uid, ?string $title, ?bool $done = null): Thing {
		$thing = new Thing();
		$thing->setOwnerUid($uid);
		$thing->setTitle($title);
		$thing->setDone($done);
		return $this->mapper->insert($thing);
	}
}
