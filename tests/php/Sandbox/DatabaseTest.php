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
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Sandbox\Kernel\Kernel;

/** Entities, mappers, the query builder and transactions. */
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

	public function testAnEntityComesBackAsItWas(): void {
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

	public function testADeletedAccountIsTold(): void {
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

	private function thing(string $uid, ?string $title, ?bool $done = null): Thing {
		$thing = new Thing();
		$thing->setOwnerUid($uid);
		$thing->setTitle($title);
		$thing->setDone($done);
		return $this->mapper->insert($thing);
	}
}
