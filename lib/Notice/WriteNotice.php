<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\MessageRules;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;

/**
 * Publishes and changes notices. The card of the author is locked, then the notice: between the check and the write, the author can be neither hidden nor erased, and
 * cannot leave a group.
 */
class WriteNotice {
	use Atomic;

	private const WORDS = ['kind', 'title', 'text', 'free', 'mode', 'neededBy', 'territories', 'terms', 'about', 'until', 'groupId', 'audience'];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NoticeMapper $notices,
		private readonly NoticeStore $store,
		private readonly NoticeRules $rules,
		private readonly NoticeAccess $access,
		private readonly NoticeLimits $limits,
		private readonly People $people,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input NewNoticeSchema of src/notice/model.ts, raw input
	 * @return int number of the notice; of the existing one if the key was used before
	 * @throws ReasonException bad_key · no_card · card_hidden · unknown_member · unknown_item · unknown_way · enough_notices ·
	 *                         enough_notices_today · those of NoticeRules::write()
	 */
	public function publish(Viewer $viewer, array $input): int {
		$key = RequestKey::hash($input['key'] ?? null, (string)$viewer->uid);
		$memberId = self::memberId($input['memberId'] ?? null);
		$author = $this->access->author($viewer, $memberId);
		$made = $this->notices->findBy('key_hash', $key);
		if ($made !== null) {
			return (int)$made->getId();
		}
		$this->compose($author, $input, $key);
		$this->limits->count($viewer);
		try {
			return $this->atomicAgain(function () use ($viewer, $memberId, $author, $input, $key): int {
				$this->people->hold($author->ownerId());
				$notice = $this->notices->findBy('key_hash', $key);
				if ($notice === null) {
					$notice = $this->compose($this->access->author($viewer, $memberId), $input, $key);
					$this->store->insert($notice);
				}
				return (int)$notice->getId();
			}, $this->db);
		} catch (Exception $e) {
			// The same key at the same moment, for another person: the first one counts.
			$made = $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->notices->findBy('key_hash', $key) : null;
			return (int)($made?->getId() ?? throw $e);
		}
	}

	/**
	 * In a transaction that holds the card of the author, for whom the caller may write. It does not count towards the notices that one account may publish.
	 *
	 * @param array<array-key, mixed> $input of NewNoticeSchema
	 * @param string $key hash that no other notice has
	 * @throws ReasonException card_hidden · those of NoticeRules::write()
	 */
	public function insert(Member $author, array $input, string $key): Notice {
		NoticeAccess::requireShown($author);
		$notice = $this->compose($author, $input, $key);
		$this->store->insert($notice);
		return $notice;
	}

	/**
	 * @param array<array-key, mixed> $input NoticeChangesSchema, raw input
	 * @throws ReasonException not_found · not_yours · notice_closed · version_missing · stale_version · those of NoticeRules::write()
	 */
	public function change(Viewer $viewer, int $id, array $input): void {
		$author = $this->access->kept($viewer, $id)->author;
		$version = Input::version($input);
		$this->atomicAgain(function () use ($viewer, $id, $author, $input, $version): void {
			$this->people->hold($author->ownerId());
			$this->notices->hold($id);
			$one = $this->access->kept($viewer, $id);
			$notice = $one->notice;
			if ($notice->getVersion() !== $version) {
				throw ReasonException::stale();
			}
			if (!$notice->is(Notice::OPEN)) {
				throw new ReasonException('notice_closed', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			$this->rules->write($notice, array_intersect_key($input, array_flip(self::WORDS)), $this->access->groupsOf($one->author));
			// The person who opens the link in the mail answers about the notice as it is in the mail.
			$notice->setTokenHash(null);
			$this->store->update($notice);
		}, $this->db);
	}

	/** @param array<array-key, mixed> $input */
	private function compose(Member $author, array $input, string $key): Notice {
		$notice = new Notice();
		$notice->setKeyHash($key);
		$notice->setMemberId($author->ownerId());
		$notice->setState(Notice::OPEN);
		$notice->setVersion(1);
		$notice->setPublishedAt($this->clock->getTime());
		$notice->writePlaces([]);
		$notice->writeWords([]);
		$words = array_intersect_key($input, array_flip(self::WORDS));
		$this->rules->write($notice, array_replace(['kind' => null, 'title' => ''], $words, ['until' => $words['until'] ?? null]), $this->access->groupsOf($author));
		[$part, $item] = self::source($author, $input['from'] ?? null);
		$notice->setFromPart($part);
		$notice->setFromText($item['text'] ?? null);
		$notice->setAbout($notice->getAbout() ?? $item['about'] ?? null);
		$how = isset($input['how']) ? MessageRules::way($input['how']) : null;
		$notice->setSaidHow($author->getUid() === null ? $how : null);
		return $notice;
	}

	/**
	 * @return array{?string, ?array{text: string, about?: string}} part of the card, and its item
	 * @throws ReasonException wrong_type · unknown_item
	 */
	private static function source(Member $author, mixed $from): array {
		if ($from === null) {
			return [null, null];
		}
		$from = Fields::map($from, 'from');
		$part = Input::string($from['part'] ?? null, 'from.part');
		$text = Input::string($from['text'] ?? null, 'from.text');
		$items = in_array($part, NoticeRules::SOURCES, true) ? $author->cardParts()[$part] ?? [] : [];
		$index = array_search($text, array_column($items, 'text'), true);
		return $index !== false ? [$part, $items[$index]] : throw ReasonException::at('unknown_item', 'from');
	}

	/**
	 * @throws ReasonException wrong_type
	 */
	private static function memberId(mixed $value): ?int {
		return $value === null || is_int($value) ? $value : throw ReasonException::at('wrong_type', 'memberId');
	}
}
