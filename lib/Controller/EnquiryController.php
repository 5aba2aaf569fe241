<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Enquiry\AnswerEnquiry;
use OCA\Reseau\Enquiry\Enquiries;
use OCA\Reseau\Enquiry\EnquiryPresenter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Messages of visitors of the public showcase, for the people who read them (src/enquiry/api.ts). */
class EnquiryController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Enquiries $enquiries,
		private readonly AnswerEnquiry $answering,
		private readonly EnquiryPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/enquiries')]
	public function list(mixed $cursor = ''): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->page($viewer, ...$this->enquiries->page($viewer, Input::string($cursor, 'cursor'))));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/enquiries/{enquiry}', requirements: ['enquiry' => '\d{1,18}'])]
	public function get(int $enquiry): DataResponse {
		return $this->one($this->viewers->current(), $enquiry);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/enquiries/{enquiry}/answer', requirements: ['enquiry' => '\d{1,18}'])]
	public function answer(int $enquiry): DataResponse {
		$viewer = $this->viewers->current();
		$this->answering->answer($viewer, $enquiry, $this->request->getParams());
		return $this->one($viewer, $enquiry);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/enquiries/{enquiry}', requirements: ['enquiry' => '\d{1,18}'])]
	public function delete(int $enquiry): DataResponse {
		$this->enquiries->delete($this->viewers->current(), $enquiry);
		return new DataResponse(null);
	}

	private function one(Viewer $viewer, int $id): DataResponse {
		return new DataResponse($this->presenter->present($viewer, ...$this->enquiries->one($viewer, $id)));
	}
}
