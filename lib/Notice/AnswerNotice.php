<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Message\MessageAccess;
use OCA\Reseau\Message\MessagePresenter;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Message\WriteMessage;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Writing to the author of a notice: a conversation about it, without either address. */
class AnswerNotice {
	public function __construct(
		private readonly NoticeAccess $access,
		private readonly WriteMessage $writing,
		private readonly MessageAccess $conversations,
		private readonly MessagePresenter $presenter,
	) {
	}

	/**
	 * Whether the viewer may write to the author.
	 *
	 * @return array<string, mixed> WritingSchema of src/message/model.ts
	 * @throws ReasonException not_found
	 */
	public function writing(Viewer $viewer, int $id): array {
		$one = $this->access->seen($viewer, $id);
		return $this->presenter->writing($viewer, $this->conversations->person($viewer, $one->author->ownerId()), self::topic($one));
	}

	/**
	 * @param array<array-key, mixed> $input NewMessageSchema, raw input
	 * @return array<string, mixed> ConversationSchema
	 * @throws ReasonException not_found · notice_ended · those of WriteMessage::start()
	 */
	public function write(Viewer $viewer, int $id, array $input): array {
		$this->access->seen($viewer, $id);
		$conversation = $this->writing->start($viewer, fn (): Topic => self::topic($this->open($viewer, $id)), $input);
		return $this->presenter->present($viewer, $this->conversations->readable($viewer, $conversation));
	}

	private function open(Viewer $viewer, int $id): AuthoredNotice {
		$one = $this->access->seen($viewer, $id);
		return $one->notice->is(Notice::OPEN) ? $one : throw new ReasonException('notice_ended', Http::STATUS_UNPROCESSABLE_ENTITY);
	}

	private static function topic(AuthoredNotice $one): Topic {
		return Topic::of(NoticeIndex::TYPE, $one->id(), $one->author->ownerId());
	}
}
