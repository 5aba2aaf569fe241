<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Message\MessageAccess;
use OCA\Reseau\Message\MessagePresenter;
use OCA\Reseau\Message\Sender;
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
	 * @param mixed $for number of the card of a person for whom they write, raw input; null: for themselves
	 * @return array<string, mixed> WritingSchema of src/message/model.ts
	 * @throws ReasonException not_found · unknown_member · notice_of_group
	 */
	public function writing(Viewer $viewer, int $id, mixed $for): array {
		$one = $this->access->seen($viewer, $id);
		$from = $this->from($viewer, $one, $for);
		return $this->presenter->writing($from, $this->conversations->person($viewer, $one->author->ownerId()), $one->topic());
	}

	/**
	 * @param array<array-key, mixed> $input NewMessageSchema, raw input
	 * @return array<string, mixed> ConversationSchema
	 * @throws ReasonException not_found · notice_ended · notice_of_group · those of WriteMessage::start()
	 */
	public function write(Viewer $viewer, int $id, array $input): array {
		$this->access->seen($viewer, $id);
		$conversation = $this->writing->start($viewer, fn (): Topic => $this->open($viewer, $id, $input['for'] ?? null)->topic(), $input);
		return $this->presenter->present($viewer, $this->conversations->readable($viewer, $conversation));
	}

	private function open(Viewer $viewer, int $id, mixed $for): AuthoredNotice {
		$one = $this->access->seen($viewer, $id);
		$this->from($viewer, $one, $for);
		return $one->notice->is(Notice::OPEN) ? $one : throw new ReasonException('notice_ended', Http::STATUS_UNPROCESSABLE_ENTITY);
	}

	/** The writer: a person for whom the viewer writes must be one the notice is meant for. */
	private function from(Viewer $viewer, AuthoredNotice $one, mixed $for): Sender {
		$from = $this->conversations->sender($viewer, $for);
		if ($from->isFor() && $from->person !== null) {
			$this->access->requireFor($one, $from->person);
		}
		return $from;
	}
}
