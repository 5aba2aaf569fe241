<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Shared\Audience\Viewer;

/** Messages of visitors, as their readers see them. */
class EnquiryPresenter {
	public function __construct(
		private readonly EnquiryText $texts,
		private readonly ReaderNames $names,
	) {
	}

	/** @return array<string, mixed> EnquirySchema of src/enquiry/model.ts */
	public function present(Viewer $viewer, Enquiry $enquiry, About $about): array {
		$words = $this->texts->read($enquiry);
		return [
			'id' => $enquiry->id(),
			'about' => ['type' => $about->type->value, 'id' => $about->id, 'title' => $about->title],
			'said' => $words === null ? null : ['name' => $words->name, 'address' => $words->address, 'text' => $words->text],
			'at' => gmdate(DATE_ATOM, (int)$enquiry->getSentAt()),
			'answered' => $enquiry->getAnsweredAt() === null ? null : [
				'by' => $enquiry->getAnsweredUid() === null ? null : $this->names->seenBy($viewer, $enquiry->getAnsweredUid()),
				'text' => $this->texts->readAnswer($enquiry),
				'at' => gmdate(DATE_ATOM, $enquiry->getAnsweredAt()),
			],
		];
	}

	/**
	 * @param list<array{Enquiry, About}> $enquiries
	 * @return array<string, mixed> EnquiryPageSchema
	 */
	public function page(Viewer $viewer, array $enquiries, ?string $next): array {
		return ['enquiries' => array_map(fn (array $one): array => $this->present($viewer, ...$one), $enquiries), 'next' => $next];
	}
}
