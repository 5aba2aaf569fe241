<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Message\MessageRules;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** A visitor is answered by email, once: of two who do so at the same moment, the second gets a conflict. */
class AnswerEnquiry {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly EnquiryMapper $enquiries,
		private readonly Enquiries $reading,
		private readonly Subjects $subjects,
		private readonly EnquiryText $texts,
		private readonly EnquiryNotifications $notifications,
		private readonly AnswerMail $mail,
		private readonly ReaderNames $names,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input `text`; `named`: whether the visitor reads who answers
	 * @throws ReasonException not_found · wrong_type · bad_text · too_long · text_missing · already_answered · not_readable · answer_not_sent
	 */
	public function answer(Viewer $viewer, int $id, array $input): void {
		[$enquiry, $about] = $this->reading->one($viewer, $id);
		$text = MessageRules::text($input['text'] ?? '');
		$named = Input::flag($input['named'] ?? true, 'named');
		$words = $this->texts->read($enquiry) ?? throw new ReasonException('not_readable', Http::STATUS_UNPROCESSABLE_ENTITY);
		$this->write($viewer, $id, $text);
		$by = $named ? $this->names->of((string)$viewer->uid) : null;
		if (!$this->mail->send($words, $text, $this->subjects->ifShown($about->type, $about->id), $by)) {
			$this->enquiries->takeBack($id);
			throw new ReasonException('answer_not_sent', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$this->notifications->settled($id);
	}

	/**
	 * While nobody erases the card of who answers: an answer does not outlive its author.
	 *
	 * @throws ReasonException not_found · already_answered
	 */
	private function write(Viewer $viewer, int $id, string $text): void {
		$this->atomicAgain(function () use ($viewer, $id, $text): void {
			$this->people->hold(...array_filter([$viewer->memberId], is_int(...)));
			$this->reading->one($this->viewers->of((string)$viewer->uid), $id);
			if (!$this->enquiries->answer($id, (string)$viewer->uid, $this->texts->writeAnswer($text), $this->clock->getTime())) {
				throw new ReasonException('already_answered', Http::STATUS_CONFLICT);
			}
		}, $this->db);
	}
}
