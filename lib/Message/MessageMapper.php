<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\AuthoredMapper;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Message>
 */
class MessageMapper extends QBMapper {
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_messages', Message::class);
	}

	/** @return list<Message> oldest first */
	public function findOf(int $conversationId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)))->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Message> by id
	 */
	public function findByIds(array $ids): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)));
		$messages = [];
		foreach ($ids === [] ? [] : $this->findEntities($qb) as $message) {
			$messages[(int)$message->getId()] = $message;
		}
		return $messages;
	}

	/**
	 * @param list<TwoPeople> $conversations
	 * @return array<int, Message> the last message of each, by conversation; without those that were deleted with their person
	 */
	public function findLastOf(array $conversations): array {
		$last = [];
		foreach ($this->findByIds(array_map(static fn (TwoPeople $one): int => $one->conversation->getLastId(), $conversations)) as $message) {
			$last[$message->getConversationId()] = $message;
		}
		return $last;
	}

	public function findLast(int $conversationId): ?Message {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)))->orderBy('id', 'DESC')->setMaxResults(1);
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findByKey(string $keyHash): ?Message {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('key_hash', $qb->createNamedParameter($keyHash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return array<string, int> how many messages of a conversation are from each side, without notes */
	public function countBySide(int $conversationId): array {
		$qb = $this->db->getQueryBuilder();
		$result = $qb->select('side')->selectAlias($qb->func()->count('*'), 'number')->from($this->getTableName())
			->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNull('carried_how'))
			->groupBy('side')->executeQuery();
		$counts = array_map(intval(...), array_column($result->fetchAll(), 'number', 'side'));
		$result->closeCursor();
		return $counts;
	}

	/** Whether the two people of a conversation were introduced. */
	public function areIntroduced(int $conversationId): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('carried_how', $qb->createNamedParameter(Message::INTRODUCED)))
			->setMaxResults(1);
		$result = $qb->executeQuery();
		$found = $result->fetchOne() !== false;
		$result->closeCursor();
		return $found;
	}

	/** How many messages of a conversation one side has written since a moment. */
	public function countSince(int $conversationId, Side $side, int $time): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())
			->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('side', $qb->createNamedParameter($side->value)))
			->andWhere($qb->expr()->gte('sent_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/**
	 * @param list<string> $bulkKeys
	 * @return array<string, int> how many messages were sent at once, by key
	 */
	public function countBulks(array $bulkKeys): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('bulk_key')->selectAlias($qb->func()->count('*'), 'number')->from($this->getTableName())
			->where($qb->expr()->in('bulk_key', $qb->createNamedParameter($bulkKeys, IQueryBuilder::PARAM_STR_ARRAY)))
			->groupBy('bulk_key');
		$result = $bulkKeys === [] ? null : $qb->executeQuery();
		$counts = array_map(intval(...), array_column($result?->fetchAll() ?? [], 'number', 'bulk_key'));
		$result?->closeCursor();
		return $counts;
	}

	/** The last message of a side that went to others as well. */
	public function findLastBulk(int $conversationId, Side $side): ?Message {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('side', $qb->createNamedParameter($side->value)))
			->andWhere($qb->expr()->isNotNull('bulk_key'))
			->orderBy('id', 'DESC')->setMaxResults(1);
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findOfBulk(string $bulkKey): ?Message {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('bulk_key', $qb->createNamedParameter($bulkKey)))->orderBy('id')->setMaxResults(1);
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Message> those whose mails are not sent yet, of the same bulk, oldest first */
	public function findWaiting(string $bulkKey): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('bulk_key', $qb->createNamedParameter($bulkKey)))
			->andWhere($qb->expr()->eq('delivery', $qb->createNamedParameter(Message::WAITING)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/** The bulk whose mails have waited longest. */
	public function findWaitingBulk(): ?string {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('delivery', $qb->createNamedParameter(Message::WAITING)))->orderBy('id')->setMaxResults(1);
		return ($this->findEntities($qb)[0] ?? null)?->getBulkKey();
	}

	/** What became of its mail and notification. */
	public function settle(Message $message, string $delivery): void {
		$qb = $this->whereIs($message);
		$qb->set('delivery', $qb->createNamedParameter($delivery))->executeStatement();
	}

	/** @return bool false if another request is sending it again */
	public function retry(Message $message, int $now): bool {
		$qb = $this->whereIs($message);
		$qb->set('delivery', $qb->createNamedParameter(Message::SENDING))
			->set('tried_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->andWhere($qb->expr()->eq('delivery', $qb->createNamedParameter($message->getDelivery())))
			->andWhere($qb->expr()->eq('tried_at', $qb->createNamedParameter($message->getTriedAt(), IQueryBuilder::PARAM_INT)));
		return $qb->executeStatement() > 0;
	}

	/** @param ?Side $side null: both */
	public function deleteOf(int $conversationId, ?Side $side = null): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('conversation_id', $qb->createNamedParameter($conversationId, IQueryBuilder::PARAM_INT)));
		if ($side !== null) {
			$qb->andWhere($qb->expr()->eq('side', $qb->createNamedParameter($side->value)));
		}
		$qb->executeStatement();
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName());
		return $qb;
	}

	private function whereIs(Message $message): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->update($this->getTableName())->where($qb->expr()->eq('id', $qb->createNamedParameter($message->getId(), IQueryBuilder::PARAM_INT)));
	}
}
