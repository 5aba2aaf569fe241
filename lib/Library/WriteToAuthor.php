<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Message\MessageAccess;
use OCA\Reseau\Message\MessagePresenter;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Message\WriteMessage;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Writing to an author of a published sheet: a member it names, or the person who wrote an anonymous one and stays unnamed. */
class WriteToAuthor {
	public function __construct(
		private readonly SheetAccess $access,
		private readonly AnonymousAuthors $authors,
		private readonly WriteMessage $writing,
		private readonly MessageAccess $conversations,
		private readonly MessagePresenter $presenter,
	) {
	}

	/**
	 * Whether the viewer may write to an author.
	 *
	 * @param mixed $to number of a member it names; null: the anonymous author
	 * @return array<string, mixed> WritingSchema of src/message/model.ts
	 * @throws ReasonException not_found · wrong_type
	 */
	public function writing(Viewer $viewer, int $fileId, mixed $to): array {
		$topic = $this->topic($viewer, $fileId, $to);
		return $topic === null
			? ['obstacle' => 'author_gone', 'conversation' => null, 'keeper' => null]
			: $this->presenter->writing($this->conversations->sender($viewer, null), $this->conversations->addressee($viewer, $topic), $topic);
	}

	/**
	 * @param array<array-key, mixed> $input NewMessageSchema, and `to` as above
	 * @return array<string, mixed> ConversationSchema
	 * @throws ReasonException not_found · wrong_type · author_gone · those of WriteMessage::start()
	 */
	public function write(Viewer $viewer, int $fileId, array $input): array {
		$this->access->seen($viewer, $fileId);
		$find = fn (): Topic => $this->topic($viewer, $fileId, $input['to'] ?? null) ?? throw new ReasonException('author_gone', Http::STATUS_UNPROCESSABLE_ENTITY);
		// No one writes for others here: a keeper could find out which card the author has.
		unset($input['for']);
		$conversation = $this->writing->start($viewer, $find, $input);
		return $this->presenter->present($viewer, $this->conversations->readable($viewer, $conversation));
	}

	/**
	 * @return ?Topic null: the author cannot be written to
	 * @throws ReasonException not_found · wrong_type
	 */
	private function topic(Viewer $viewer, int $fileId, mixed $to): ?Topic {
		$sheet = $this->access->seen($viewer, $fileId)->sheet;
		$id = (int)$sheet->getId();
		if ($to === null) {
			$author = $sheet->isPublished() ? $this->authors->of($sheet) : null;
			return $author === null ? null : Topic::ofUnnamed(SheetIndex::TYPE, $id, $author->ownerId());
		}
		$memberId = Input::number($to) ?? throw new ReasonException('wrong_type', details: ['field' => 'to']);
		return $sheet->isPublished() && in_array($memberId, $sheet->authors ?? [], true) ? Topic::of(SheetIndex::TYPE, $id, $memberId) : throw ReasonException::notFound();
	}
}
